package org.blockspin.pipeline.internal.steps;

import org.blockspin.api.Configurations;
import org.blockspin.api.Model;
import org.blockspin.api.Probabilities;
import org.blockspin.api.TrainedResolver;

/** Takes the most probable state of every site; of equally probable ones, the higher. */
final class Rounding {
    private Rounding() {}

    static void round(TrainedResolver resolver, Model model, Configurations coarse, Configurations fine) {
        Probabilities view = resolver.capability(Probabilities.class)
                .orElseThrow(() -> new IllegalStateException(
                        "\"output\": \"rounded\" needs a resolver that knows the probabilities of its sites"));
        float[] probabilities = new float[fine.sites() * model.states()];
        for (int c = 0; c < coarse.count(); c++) {
            view.probabilities(coarse, c, c + 1, probabilities);
            for (int site = 0; site < fine.sites(); site++) {
                fine.setState(c, site, mostProbable(probabilities, site * model.states(), model.states()));
            }
        }
    }

    private static int mostProbable(float[] probabilities, int offset, int states) {
        int best = 0;
        for (int s = 1; s < states; s++) {
            if (probabilities[offset + s] >= probabilities[offset + best]) {
                best = s;
            }
        }
        return best;
    }
}
