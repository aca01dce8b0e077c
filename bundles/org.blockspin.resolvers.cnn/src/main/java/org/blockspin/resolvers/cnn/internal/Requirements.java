package org.blockspin.resolvers.cnn.internal;

import java.util.List;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.SuperResolver.Task;

/** What parameters and lattices must fulfil; everything else is an {@link InvalidParameterException}. */
final class Requirements {
    private Requirements() {}

    static void check(Cnn.Parameters parameters, Task task) {
        checkNetwork(parameters);
        checkTraining(parameters);
        require(
                task.model().states() == 2,
                "",
                "a model with 2 states a site",
                task.model().states() + " states");
        checkEnergies(parameters, task);
        checkLattice(task.coarse());
        Architecture architecture = Architecture.of(parameters, task.coarse().dimensions());
        architecture.requireResolvable(task.coarse());
        List<Integer> fine = Architecture.doubled(task.coarse().cells());
        require(
                task.fine().basis() == 1 && task.fine().cells().equals(fine),
                "",
                "a fine lattice of " + fine + " cells, twice the coarse one, with one site each",
                task.fine().cells() + " with " + task.fine().basis());
        require(
                parameters.training() == Cnn.Training.WHOLE_LATTICES || architecture.hasWindows(),
                "training",
                "whole-lattices, because a window of these kernels has " + architecture.windowBits()
                        + " sites, more than " + Architecture.MAXIMUM_WINDOW_BITS,
                "distinct-windows");
    }

    /** A regularizer must know the energies of all bonds. */
    private static void checkEnergies(Cnn.Parameters parameters, Task task) {
        int types = task.fine().bondTypes();
        int known = task.model().bondEnergies().size();
        require(
                parameters.energyRegularizer() == 0 || known >= types,
                "energyRegularizer",
                "0, because the model has energies of " + known + " type(s) of bonds, and the lattice bonds of "
                        + types,
                parameters.energyRegularizer());
    }

    /** One site a cell, in one or two dimensions. */
    static void checkLattice(Lattice lattice) {
        require(lattice.basis() == 1, "", "a lattice with one site a cell", lattice.basis() + " sites a cell");
        require(
                lattice.dimensions() <= 2,
                "",
                "a lattice of one or two dimensions",
                lattice.dimensions() + " dimensions");
    }

    private static void checkNetwork(Cnn.Parameters parameters) {
        List<Integer> filters = parameters.filters();
        List<Integer> kernels = parameters.kernels();
        for (int i = 0; i < filters.size(); i++) {
            require(filters.get(i) >= 1, "filters[" + i + "]", "a positive number of channels", filters.get(i));
        }
        for (int i = 0; i < kernels.size(); i++) {
            int kernel = kernels.get(i);
            require(kernel >= 1 && kernel % 2 == 1, "kernels[" + i + "]", "an odd positive size", kernel);
        }
        require(
                kernels.size() == filters.size() + 1,
                "kernels",
                "one size more than there are filters, " + (filters.size() + 1),
                kernels.size());
    }

    private static void checkTraining(Cnn.Parameters parameters) {
        double rate = parameters.learningRate();
        double fraction = parameters.validationFraction();
        require(parameters.batchSize() >= 1, "batchSize", "at least 1", parameters.batchSize());
        require(rate > 0 && Double.isFinite(rate), "learningRate", "a positive number", rate);
        double gamma = parameters.energyRegularizer();
        require(gamma >= 0 && Double.isFinite(gamma), "energyRegularizer", "a number of at least 0", gamma);
        require(parameters.epochs() >= 1, "epochs", "at least 1", parameters.epochs());
        require(parameters.lbfgsIterations() >= 0, "lbfgsIterations", "at least 0", parameters.lbfgsIterations());
        require(fraction >= 0 && fraction < 1, "validationFraction", "at least 0 and less than 1", fraction);
        parameters.earlyStopping().ifPresent(patience -> {
            require(patience >= 1, "earlyStopping", "at least 1 epoch", patience);
            require(
                    fraction > 0,
                    "validationFraction",
                    "more than 0, because early stopping watches the validation loss",
                    fraction);
        });
    }

    static void require(boolean fulfilled, String parameter, String expected, Object found) {
        if (!fulfilled) {
            throw new InvalidParameterException(parameter, expected, found);
        }
    }
}
