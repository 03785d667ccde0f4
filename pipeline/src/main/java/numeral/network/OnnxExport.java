package numeral.network;

import static numeral.network.OnnxGraph.ints;
import static numeral.network.OnnxGraph.number;
import static numeral.network.OnnxGraph.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network as ONNX. Input {@code image}: [n, 784], ink in 0 to 1, row by row; output {@code logits}: [n, 10], to be divided by the temperature in the
 * file's metadata before a softmax. Convolutions run channels first there, as ONNX has it, whatever the network's own order.
 */
public final class OnnxExport {
    private static final long IR_VERSION = 7;
    private static final long OPSET = 13;
    private static final Map<IActivation, String> ACTIVATIONS = Map.of(
            Activation.RELU.getActivationFunction(), "Relu",
            Activation.TANH.getActivationFunction(), "Tanh",
            Activation.SIGMOID.getActivationFunction(), "Sigmoid");

    /** A class that extends one of these computes something else. */
    private static final Set<Class<? extends Layer>> KNOWN = Set.of(
            PooledConvolution.class,
            ConvolutionLayer.class,
            SubsamplingLayer.class,
            BatchNormalization.class,
            FusedDense.class,
            DenseLayer.class,
            ActivationLayer.class,
            DropoutLayer.class,
            LossLayer.class);

    private static final long[] CHANNELS_LAST = {Networks.SIDE, Networks.SIDE, 1};

    private final OnnxGraph graph = new OnnxGraph("image", Networks.PIXELS);

    private OnnxExport() {}

    /**
     * The ONNX file of a network, the same bytes for the same network and card.
     *
     * @throws IllegalArgumentException where the network has a layer that is not known here, by its name
     */
    public static byte[] write(MultiLayerNetwork network, ModelCard card) {
        OnnxExport export = new OnnxExport();
        for (int i = 0; i < network.getnLayers(); i++) {
            InputPreProcessor before = network.getLayerWiseConfigurations().getInputPreProcess(i);
            if (before != null) {
                export.reshape(i, before);
            }
            export.layer(i, network.getLayer(i));
        }
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setProducerName("numeral")
                .addMetadataProps(property("id", card.id()))
                .addMetadataProps(property("network", card.network()))
                .addMetadataProps(property("temperature", Double.toString(card.temperature())))
                .setGraph(export.graph.finish("logits", Networks.CLASSES))
                .build()
                .toByteArray();
    }

    private static StringStringEntryProto property(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private void reshape(int index, InputPreProcessor reshape) {
        if (reshape instanceof CnnToFeedForwardPreProcessor flatten) {
            if (flatten.getFormat() == CNN2DFormat.NHWC) {
                graph.then("Transpose", List.of(), ints("perm", 0, 2, 3, 1));
            }
            graph.then("Flatten", List.of());
        } else if (toOneChannel(reshape)) {
            List<Long> shape = List.of(-1L, 1L, (long) Networks.SIDE, (long) Networks.SIDE);
            graph.then("Reshape", List.of(graph.tensor("shape" + index, shape)));
        } else {
            throw unknown(index, reshape, "neither flattens nor reshapes to one channel of 28 x 28");
        }
    }

    private static boolean toOneChannel(InputPreProcessor reshape) {
        return reshape instanceof ImageInput
                || reshape instanceof ReshapePreprocessor last && Arrays.equals(last.getTargetShape(), CHANNELS_LAST)
                || reshape instanceof FeedForwardToCnnPreProcessor first && first.getNumChannels() == 1;
    }

    private void layer(int index, org.deeplearning4j.nn.api.Layer layer) {
        Layer configuration = layer.conf().getLayer();
        if (!KNOWN.contains(configuration.getClass())) {
            throw unknown(index, configuration, "is of a kind that has no translation");
        }
        if (configuration instanceof ConvolutionLayer convolution) {
            convolution(index, layer, convolution);
        } else if (configuration instanceof SubsamplingLayer pooling) {
            pooling(index, pooling);
        } else if (configuration instanceof BatchNormalization) {
            normalization(index, layer);
        } else if (configuration instanceof DenseLayer dense) {
            dense(index, layer, dense);
        } else if (configuration instanceof FusedDense dense) {
            graph.then("Gemm", weightsAndBias(index, layer, true));
            activation(index, dense, dense.getActivationFn());
        } else if (configuration instanceof ActivationLayer activation) {
            activation(index, activation, activation.getActivationFn());
        }
        // dropout is for training, and the loss begins where the logits are
    }

    private void convolution(int index, org.deeplearning4j.nn.api.Layer layer, ConvolutionLayer convolution) {
        AttributeProto[] window = window(
                convolution.getConvolutionMode(),
                convolution.getKernelSize(),
                convolution.getStride(),
                convolution.getPadding(),
                convolution.getDilation());
        graph.then("Conv", weightsAndBias(index, layer, convolution.hasBias()), window);
        if (convolution instanceof PooledConvolution pooled && pooled.pool() > 1) {
            int side = pooled.pool();
            graph.then("MaxPool", List.of(), ints("kernel_shape", side, side), ints("strides", side, side));
        }
        activation(index, convolution, convolution.getActivationFn());
    }

    private void pooling(int index, SubsamplingLayer pooling) {
        if (pooling.getPoolingType() != PoolingType.MAX) {
            throw unknown(index, pooling, "pools by " + pooling.getPoolingType() + ", expected MAX");
        }
        AttributeProto[] window = window(
                pooling.getConvolutionMode(),
                pooling.getKernelSize(),
                pooling.getStride(),
                pooling.getPadding(),
                pooling.getDilation());
        graph.then("MaxPool", List.of(), window);
    }

    private static AttributeProto[] window(
            ConvolutionMode mode, int[] kernel, int[] stride, int[] padding, int[] dilation) {
        AttributeProto border = mode == ConvolutionMode.Same
                ? word("auto_pad", "SAME_UPPER")
                : ints("pads", padding[0], padding[1], padding[0], padding[1]);
        return new AttributeProto[] {
            ints("kernel_shape", kernel), ints("strides", stride), ints("dilations", dilation), border
        };
    }

    private void normalization(int index, org.deeplearning4j.nn.api.Layer layer) {
        Normalization learnt = Normalization.of(layer);
        graph.then(
                "BatchNormalization",
                List.of(
                        graph.tensor("gamma" + index, learnt.gamma()),
                        graph.tensor("beta" + index, learnt.beta()),
                        graph.tensor("mean" + index, learnt.mean()),
                        graph.tensor("variance" + index, learnt.variance())),
                number("epsilon", learnt.epsilon()));
    }

    private void dense(int index, org.deeplearning4j.nn.api.Layer layer, DenseLayer dense) {
        if (dense.hasLayerNorm()) {
            throw unknown(index, dense, "has layer normalisation");
        }
        graph.then("Gemm", weightsAndBias(index, layer, dense.hasBias()));
        activation(index, dense, dense.getActivationFn());
    }

    private List<String> weightsAndBias(int index, org.deeplearning4j.nn.api.Layer layer, boolean bias) {
        List<String> names = new ArrayList<>(List.of(graph.tensor("weights" + index, layer.getParam("W"))));
        if (bias) {
            names.add(graph.tensor("bias" + index, Nd4j.toFlattened(layer.getParam("b"))));
        }
        return names;
    }

    private void activation(int index, Layer layer, IActivation activation) {
        if (activation instanceof ActivationIdentity) {
            return;
        }
        String operation = ACTIVATIONS.get(activation);
        if (operation == null) {
            throw unknown(index, layer, "has activation " + activation + ", expected identity, relu, sigmoid or tanh");
        }
        graph.then(operation, List.of());
    }

    private static IllegalArgumentException unknown(int index, Object layer, String problem) {
        return new IllegalArgumentException("cannot be written as ONNX: layer " + index + ", "
                + layer.getClass().getSimpleName() + ", " + problem);
    }
}
