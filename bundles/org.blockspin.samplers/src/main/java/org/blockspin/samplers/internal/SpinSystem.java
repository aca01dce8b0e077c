package org.blockspin.samplers.internal;

import java.util.Arrays;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;

/** One configuration that samplers change, and what they need to know about its model. Not thread-safe. */
final class SpinSystem {
    private final Model model;
    private final int basis;
    private final Neighbours neighbours;
    private final int[] states;
    /** By [relation][own state][neighbour's state]. */
    private final double[][][] pairEnergies;
    /** By [basis index][state]: site energy and bonds of a site with itself. */
    private final double[][] ownEnergies;

    SpinSystem(Model model, Lattice lattice) {
        this.model = model;
        this.basis = lattice.basis();
        this.neighbours = new Neighbours(lattice);
        this.states = new int[lattice.sites()];
        int q = model.states();
        this.pairEnergies = new double[2 * lattice.bondTypes()][q][q];
        this.ownEnergies = new double[basis][q];
        for (int s = 0; s < q; s++) {
            for (int relation = 0; relation < pairEnergies.length; relation++) {
                for (int t = 0; t < q; t++) {
                    boolean first = relation % 2 == 0;
                    pairEnergies[relation][s][t] = model.bondEnergy(relation / 2, first ? s : t, first ? t : s);
                }
            }
            for (int b = 0; b < basis; b++) {
                ownEnergies[b][s] = model.siteEnergies().get(s);
                for (int type : neighbours.ownTypes(b)) {
                    ownEnergies[b][s] += model.bondEnergy(type, s, s);
                }
            }
        }
    }

    Model model() {
        return model;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    /** State of every site, shared and not copied. */
    int[] states() {
        return states;
    }

    /** Basis index of a site. */
    int basisIndex(int site) {
        return site % basis;
    }

    /** Number of sites a cell. */
    int basis() {
        return basis;
    }

    /** Puts all sites into one state. */
    void align(int state) {
        Arrays.fill(states, state);
    }

    /** Energy of a site with this basis index in this state, its bonds included, from the states of its neighbours. */
    double localEnergy(int basisIndex, int state, int[] neighbourStates) {
        double energy = ownEnergies[basisIndex][state];
        int first = neighbours.start[basisIndex];
        for (int k = 0; k < neighbourStates.length; k++) {
            energy += pairEnergies[neighbours.relation[first + k]][state][neighbourStates[k]];
        }
        return energy;
    }

    /** Energy a site. */
    double energy() {
        double own = 0;
        double pairs = 0;
        for (int i = 0; i < states.length; i++) {
            own += ownEnergies[i % basis][states[i]];
            for (int k = neighbours.start[i]; k < neighbours.start[i + 1]; k++) {
                pairs += pairEnergies[neighbours.relation[k]][states[i]][states[neighbours.site[k]]];
            }
        }
        return (own + pairs / 2) / states.length;
    }

    /** Length of the mean order-parameter vector. */
    double absOrderParameter() {
        int[] counts = new int[model.states()];
        for (int state : states) {
            counts[state]++;
        }
        double square = 0;
        for (int d = 0; d < model.orderParameterDimensions(); d++) {
            double component = 0;
            for (int s = 0; s < counts.length; s++) {
                component += counts[s] * model.orderParameter().get(s).get(d);
            }
            square += component * component;
        }
        return Math.sqrt(square) / states.length;
    }

    /** Overwrites a configuration with this one. */
    void write(Configurations out, int configuration) {
        long[] words = out.words();
        for (int p = 0; p < out.planes(); p++) {
            int offset = out.wordOffset(configuration, p);
            for (int w = 0; w < out.wordsPerPlane(); w++) {
                int from = w * Long.SIZE;
                int to = Math.min(from + Long.SIZE, states.length);
                long word = 0;
                for (int i = from; i < to; i++) {
                    word |= (long) (states[i] >>> p & 1) << i;
                }
                words[offset + w] = word;
            }
        }
    }
}
