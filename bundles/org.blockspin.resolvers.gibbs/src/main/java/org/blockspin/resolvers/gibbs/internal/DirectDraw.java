package org.blockspin.resolvers.gibbs.internal;

/** Sums the weights up at every draw: for blocks of any shape, and the readable reference of {@link TabulatedDraw}. */
final class DirectDraw implements BlockDraw {
    private final BlockWeights weights;
    private final int[] neighbourStates;
    private final double[] sums;

    DirectDraw(BlockWeights weights) {
        this.weights = weights;
        this.neighbourStates = new int[weights.shape().outer().size()];
        this.sums = new double[weights.states().count()];
    }

    @Override
    public int draw(int blockSpin, int[] codes, int[] neighbours, double uniform) {
        for (int i = 0; i < neighbourStates.length; i++) {
            BlockShape.Outer bond = weights.shape().outer().get(i);
            neighbourStates[i] = weights.states().state(codes[neighbours[bond.neighbour()]], bond.place());
        }
        weights.accumulate(blockSpin, neighbourStates, sums);
        double wanted = uniform * sums[sums.length - 1];
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
