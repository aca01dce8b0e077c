package org.example.cubic;

import org.blockspin.api.Lattice;

/** Exact averages of the Ising model from all states of a small lattice. */
final class Enumeration {
    private Enumeration() {}

    /** Energy per site at a temperature. */
    static double energy(Lattice lattice, double temperature) {
        double partition = 0;
        double sum = 0;
        for (int states = 0; states < 1 << lattice.sites(); states++) {
            int energy = energy(lattice, states);
            double weight = StrictMath.exp(-energy / temperature);
            partition += weight;
            sum += weight * energy;
        }
        return sum / partition / lattice.sites();
    }

    /** Energy of one configuration, bit i being the state of site i. */
    static int energy(Lattice lattice, int states) {
        int[] energy = new int[1];
        lattice.forEachBond((from, to, type) -> energy[0] += (states >>> from & 1) == (states >>> to & 1) ? -1 : 1);
        return energy[0];
    }
}
