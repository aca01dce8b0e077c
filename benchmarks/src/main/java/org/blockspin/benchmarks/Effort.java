package org.blockspin.benchmarks;

/**
 * How much is done for a number.
 *
 * @param quick whether only to see that everything runs
 * @param rounds in each of which every program has its turn
 * @param turnSeconds processor time of a turn, at least
 * @param warmUpSeconds processor time of a program before the first turn, at least
 */
record Effort(boolean quick, int rounds, double turnSeconds, double warmUpSeconds) {
    static final Effort FULL = new Effort(false, 7, 0.2, 2);
    static final Effort QUICK = new Effort(true, 2, 0.02, 0.1);

    /** One of two, the second for a smoke test. */
    int choose(int full, int smoke) {
        return quick ? smoke : full;
    }
}
