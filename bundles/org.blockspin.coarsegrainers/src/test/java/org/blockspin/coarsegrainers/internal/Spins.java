package org.blockspin.coarsegrainers.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.RandomStream;

/** Lattices, models and configurations for tests, made by hand. */
final class Spins {
    private Spins() {}

    static Lattice lattice(String kind, Integer... cells) {
        List<Lattice.Bond> bonds = new ArrayList<>();
        for (int axis = 0; axis < cells.length; axis++) {
            List<Integer> shift = new ArrayList<>(Collections.nCopies(cells.length, 0));
            shift.set(axis, 1);
            bonds.add(new Lattice.Bond(0, 0, shift, 0));
        }
        return new Lattice(kind, List.of(cells), 1, bonds);
    }

    /** A Potts model with coupling J; for two states J = 2 is the Ising model up to a constant. */
    static Model potts(int states, double coupling) {
        List<List<Double>> bond = new ArrayList<>();
        List<List<Double>> order = new ArrayList<>();
        for (int s = 0; s < states; s++) {
            List<Double> row = new ArrayList<>(Collections.nCopies(states, 0.0));
            row.set(s, -coupling);
            bond.add(row);
            order.add(List.of((double) s));
        }
        return new Model("potts", states, List.of(bond), Collections.nCopies(states, 0.0), order);
    }

    static Configurations random(Lattice lattice, int states, int count, RandomStream random) {
        int planes = Integer.SIZE - Integer.numberOfLeadingZeros(states - 1);
        Configurations configurations = new Configurations(lattice, planes, count);
        for (int c = 0; c < count; c++) {
            for (int site = 0; site < lattice.sites(); site++) {
                configurations.setState(c, site, random.nextInt(states));
            }
        }
        return configurations;
    }

    /** The block of number {@code code}, whose digits to the base {@code states} are the states of its sites. */
    static int[] block(int code, int states, int sites) {
        int[] block = new int[sites];
        for (int i = 0; i < sites; i++) {
            block[i] = code % states;
            code /= states;
        }
        return block;
    }
}
