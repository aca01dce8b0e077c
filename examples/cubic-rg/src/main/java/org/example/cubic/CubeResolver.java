package org.example.cubic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.TrainedResolver;

/**
 * A table of probabilities. Because it is a {@link LocalConditional}, the workbench's compiler {@code table} takes it over
 * and draws faster than {@link #resolve}.
 */
final class CubeResolver implements TrainedResolver, LocalConditional {
    private static final String FORMAT = "nearest-cube 1";
    private static final String FILE = "probabilities.txt";

    private final Cubes cubes;
    /** Probability of up at {@code window * targets + target}. */
    private final float[] up;

    CubeResolver(Cubes cubes, float[] up) {
        this.cubes = cubes;
        this.up = up.clone();
    }

    @Override
    public Lattice fine(Lattice coarse) {
        return cubes.fine(coarse);
    }

    @Override
    public void resolve(Configurations coarse, Configurations fine, RandomStream random, Progress progress) {
        Lattice lattice = coarse.lattice();
        for (int site = 0; site < lattice.sites(); site++) {
            progress.checkCancelled();
            int[] codes = cubes.codes(coarse, lattice.cell(site));
            int[] targets = cubes.targets(fine.lattice(), lattice.cell(site));
            for (int c = 0; c < codes.length; c++) {
                for (int t = 0; t < targets.length; t++) {
                    boolean isUp = random.nextDouble() < up[codes[c] * targets.length + t];
                    fine.setState(c, targets[t], isUp ? 1 : 0);
                }
            }
        }
    }

    @Override
    public List<Integer> ratio() {
        return Collections.nCopies(cubes.dimensions(), 2);
    }

    @Override
    public List<Place> window() {
        return cubes.window();
    }

    @Override
    public List<Place> targets() {
        return cubes.targets();
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public void probabilities(long[] windows, float[] probabilities) {
        int targets = cubes.sites();
        for (int i = 0; i < windows.length * targets; i++) {
            float isUp = up[(int) windows[i / targets] * targets + i % targets];
            probabilities[2 * i] = 1 - isUp;
            probabilities[2 * i + 1] = isUp;
        }
    }

    @Override
    public void save(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of(FORMAT));
        for (float probability : up) {
            lines.add(String.valueOf(probability));
        }
        Files.write(folder.resolve(FILE), lines);
    }

    static CubeResolver load(Cubes cubes, Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(FILE));
        float[] up = new float[cubes.codes() * cubes.sites()];
        if (lines.size() != 1 + up.length || !lines.get(0).equals(FORMAT)) {
            throw new IOException(folder.resolve(FILE) + " is no table of " + FORMAT + " for " + cubes);
        }
        for (int i = 0; i < up.length; i++) {
            up[i] = Float.parseFloat(lines.get(i + 1));
        }
        return new CubeResolver(cubes, up);
    }

    @Override
    public void close() {}
}
