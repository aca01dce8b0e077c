package org.blockspin.resolvers.cnn.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.Model;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Index;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The energy a site, in units of J and but for a constant, of a model of two states on a periodic lattice of one site a
 * cell: e(s) = (1/N) sum_i s_i (h + sum_b J_b s_(i + b)), with spins s = -1 and 1 and the bonds b of a cell. It is
 * linear in every spin, so that for spins which are drawn independently of each other, the energy of their means 2p - 1
 * is the mean of their energy.
 */
final class SiteEnergy {
    /** How two spins at a distance in rows and columns contribute. */
    private record Coupling(double strength, int rows, int columns) {}

    private final int rows;
    private final int columns;
    private final double field;
    private final List<Coupling> couplings;

    /** @param model has energies of all types of the lattice's bonds */
    SiteEnergy(Model model, Lattice lattice) {
        List<Integer> cells = lattice.cells();
        columns = cells.get(cells.size() - 1);
        rows = lattice.sites() / columns;
        List<Double> ofSites = model.siteEnergies();
        field = (ofSites.get(1) - ofSites.get(0)) / 2
                + lattice.bonds().stream()
                        .mapToDouble(
                                bond -> (model.bondEnergy(bond.type(), 1, 1) - model.bondEnergy(bond.type(), 0, 0)) / 2)
                        .sum();
        couplings = lattice.bonds().stream().map(bond -> coupling(model, bond)).toList();
    }

    private static Coupling coupling(Model model, Bond bond) {
        double equal = model.bondEnergy(bond.type(), 0, 0) + model.bondEnergy(bond.type(), 1, 1);
        double unequal = model.bondEnergy(bond.type(), 0, 1) + model.bondEnergy(bond.type(), 1, 0);
        List<Integer> shift = bond.shift();
        int last = shift.size() - 1;
        return new Coupling((equal - unequal) / 4, last == 0 ? 0 : shift.get(0), shift.get(last));
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Of every configuration. */
    float[] of(Configurations configurations) {
        float[] energies = new float[configurations.count()];
        int[][] partners = couplings.stream().map(this::partners).toArray(int[][]::new);
        double[] spins = new double[rows * columns];
        for (int i = 0; i < energies.length; i++) {
            for (int site = 0; site < spins.length; site++) {
                spins[site] = 2 * configurations.state(i, site) - 1;
            }
            double sum = field * Arrays.stream(spins).sum();
            for (int c = 0; c < partners.length; c++) {
                sum += couplings.get(c).strength * correlation(spins, partners[c]);
            }
            energies[i] = (float) (sum / spins.length);
        }
        return energies;
    }

    /** By site, the site at the coupling's distance. */
    private int[] partners(Coupling coupling) {
        return IntStream.range(0, rows * columns)
                .map(site -> Math.floorMod(site / columns + coupling.rows, rows) * columns
                        + Math.floorMod(site % columns + coupling.columns, columns))
                .toArray();
    }

    private static double correlation(double[] spins, int[] partners) {
        double sum = 0;
        for (int site = 0; site < spins.length; site++) {
            sum += spins[site] * spins[partners[site]];
        }
        return sum;
    }

    /** Of mean spins [configuration, row, column], by configuration. */
    Operand<TFloat32> of(Ops tf, Operand<TFloat32> spins) {
        Operand<TFloat32> felt = tf.constant((float) field);
        for (Coupling coupling : couplings) {
            Operand<TFloat32> partners =
                    moved(tf, moved(tf, spins, 1, coupling.rows, rows), 2, coupling.columns, columns);
            felt = tf.math.add(felt, tf.math.mul(partners, tf.constant((float) coupling.strength)));
        }
        Operand<TFloat32> sums = tf.reduceSum(tf.math.mul(spins, felt), tf.constant(new int[] {1, 2}));
        return tf.math.mul(sums, tf.constant((float) (1.0 / (rows * columns))));
    }

    /** Brings what is so far along an axis to where it is seen from. */
    private static Operand<TFloat32> moved(Ops tf, Operand<TFloat32> spins, int axis, int distance, int extent) {
        int from = Math.floorMod(distance, extent);
        return from == 0
                ? spins
                : tf.concat(
                        List.of(
                                tf.stridedSlice(spins, along(axis, Indices.sliceFrom(from))),
                                tf.stridedSlice(spins, along(axis, Indices.sliceTo(from)))),
                        tf.constant(axis));
    }

    private static Index[] along(int axis, Index index) {
        Index[] indices = {Indices.all(), Indices.all(), Indices.all()};
        indices[axis] = index;
        return indices;
    }
}
