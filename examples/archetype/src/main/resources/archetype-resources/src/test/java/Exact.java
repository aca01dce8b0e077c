package ${package};

import org.blockspin.api.Lattice;

/** The Ising model from all states of a small lattice. */
final class Exact {
    private Exact() {}

    static double energyPerSite(Lattice lattice, double temperature) {
        double partition = 0;
        double sum = 0;
        int[] states = new int[lattice.sites()];
        for (int code = 0; code < 1 << states.length; code++) {
            for (int i = 0; i < states.length; i++) {
                states[i] = code >>> i & 1;
            }
            double energy = energy(lattice, states);
            double weight = Math.exp(-energy / temperature);
            partition += weight;
            sum += weight * energy;
        }
        return sum / partition / states.length;
    }

    /** Energy of one configuration. */
    static double energy(Lattice lattice, int[] states) {
        int[] energy = new int[1];
        lattice.forEachBond((from, to, type) -> energy[0] += states[from] == states[to] ? -1 : 1);
        return energy[0];
    }
}
