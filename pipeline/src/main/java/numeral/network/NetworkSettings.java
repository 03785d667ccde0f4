package numeral.network;

import java.util.ArrayList;
import java.util.List;

/**
 * What shapes a network and its optimiser.
 *
 * @param filters filters of the convolutions before the first pooling; 0 leaves the choice to the network
 * @param hidden units of the hidden dense layer; 0 leaves the choice to the network
 * @param dropout share of hidden units silenced while training, 0 to below 1
 * @param batchNorm whether the outputs of poolings and the hidden layer are normalised over the minibatch
 * @param l2 factor of the squared weights in the loss
 * @param seed seed of the initial weights
 */
public record NetworkSettings(
        NetworkKind kind,
        int filters,
        int hidden,
        double dropout,
        boolean batchNorm,
        double l2,
        LearningRate learningRate,
        long seed) {
    public NetworkSettings {
        List<String> problems = new ArrayList<>();
        if (filters < 0) {
            problems.add("filters is " + filters + ", expected 0 (the network's own) or more");
        }
        if (filters > 0 && kind == NetworkKind.MLP) {
            problems.add("filters is " + filters + " but a mlp has no convolution");
        }
        if (hidden < 0) {
            problems.add("hidden is " + hidden + ", expected 0 (the network's own) or more");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            problems.add("dropout is " + dropout + ", expected 0 to below 1");
        }
        if (!(l2 >= 0)) {
            problems.add("l2 is " + l2 + ", expected 0 or more");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        filters = filters == 0 ? kind.defaultFilters() : filters;
        hidden = hidden == 0 ? kind.defaultHidden() : hidden;
    }
}
