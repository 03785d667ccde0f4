package numeral.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.protobuf.ByteString;

/** An ONNX graph that is one chain: every operation takes what the one before it gave. */
final class OnnxGraph {
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("numeral");
    private String last;

    /** A graph whose one input is a matrix of any number of rows. */
    OnnxGraph(String input, long columns) {
        graph.addInput(matrix(input, columns));
        last = input;
    }

    /** The graph, with the result of its last operation, a matrix of so many columns, as output. */
    GraphProto finish(String output, long columns) {
        add(node("Identity", output).addInput(last));
        return graph.addOutput(matrix(output, columns)).build();
    }

    /** The next operation: its name, what it takes beside the chain (see {@link #tensor}), its attributes. */
    void then(String operation, List<String> tensors, AttributeProto... attributes) {
        NodeProto.Builder node = node(operation, operation.toLowerCase(Locale.ROOT) + graph.getNodeCount());
        add(node.addInput(last).addAllInput(tensors).addAllAttribute(List.of(attributes)));
    }

    /** Weights under a name that no other tensor has; the name. */
    String tensor(String name, INDArray values) {
        float[] numbers = values.dup('c').data().asFloat();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addAllDims(Arrays.stream(values.shape()).boxed().toList())
                .setRawData(ByteString.copyFrom(bytes.array())));
        return name;
    }

    /** Whole numbers, such as a shape, under a name that no other tensor has; the name. */
    String tensor(String name, List<Long> values) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addDims(values.size())
                .addAllInt64Data(values));
        return name;
    }

    static AttributeProto ints(String name, int... values) {
        return attribute(name, AttributeType.INTS)
                .addAllInts(Arrays.stream(values).asLongStream().boxed().toList())
                .build();
    }

    static AttributeProto number(String name, double value) {
        return attribute(name, AttributeType.FLOAT).setF((float) value).build();
    }

    static AttributeProto word(String name, String value) {
        return attribute(name, AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    private static AttributeProto.Builder attribute(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    private static NodeProto.Builder node(String operation, String output) {
        return NodeProto.newBuilder().setOpType(operation).setName(output).addOutput(output);
    }

    private void add(NodeProto.Builder node) {
        graph.addNode(node);
        last = node.getOutput(0);
    }

    private static ValueInfoProto matrix(String name, long columns) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("n"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                                .setShape(shape)))
                .build();
    }
}
