package numeral.network;

import java.util.ArrayList;
import java.util.List;

/**
 * What shapes a network and its optimiser.
 *
 * @param hidden units of the hidden dense layer; 0 leaves the choice to the network
 * @param dropout share of hidden units silenced while training, 0 to below 1
 * @param l2 factor of the squared weights in the loss
 * @param learningRate Adam's learning rate in the first epoch
 * @param decayEpochs epochs over which the learning rate falls linearly towards 0; 0 keeps it constant
 * @param seed seed of the initial weights
 */
public record NetworkSettings(
        NetworkKind kind, int hidden, double dropout, double l2, double learningRate, int decayEpochs, long seed) {
    public NetworkSettings {
        List<String> problems = new ArrayList<>();
        if (hidden < 0) {
            problems.add("hidden is " + hidden + ", expected 0 (the network's own) or more");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            problems.add("dropout is " + dropout + ", expected 0 to below 1");
        }
        if (!(l2 >= 0)) {
            problems.add("l2 is " + l2 + ", expected 0 or more");
        }
        if (!(learningRate > 0)) {
            problems.add("learning-rate is " + learningRate + ", expected more than 0");
        }
        if (decayEpochs < 0) {
            problems.add("decay epochs are " + decayEpochs + ", expected 0 (constant) or more");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        hidden = hidden == 0 ? kind.defaultHidden() : hidden;
    }
}
