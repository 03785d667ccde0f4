package numeral.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import numeral.network.Networks;
import numeral.network.Pixels;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Divides labelled digits into shards, one a worker, the same ones however Spark happens to have partitioned the rows. */
final class Shards {
    /** Columns that training reads. */
    static final String[] COLUMNS = {"key", "image", "label", "writer"};

    private Shards() {}

    /**
     * The shards of one side of the split, resident on the executors.
     *
     * @param validation true for the examples that are kept out of training
     */
    static JavaRDD<Shard> of(Dataset<Row> digits, Split split, boolean validation, int workers) {
        long seed = split.seed();
        JavaPairRDD<Place, Example> examples = digits.selectExpr(COLUMNS)
                .javaRDD()
                .filter(row -> split.isValidation(row.getString(0), writer(row)) == validation)
                .mapToPair(row -> {
                    Example example = Example.of(row);
                    return new Tuple2<>(new Place(Seeds.hash(seed, row.getString(0)), row.getString(0)), example);
                });
        return examples.repartitionAndSortWithinPartitions(new ByHash(workers), Place.ORDER)
                .mapPartitions(Shards::gather)
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static Iterator<Shard> gather(Iterator<Tuple2<Place, Example>> examples) {
        List<byte[]> images = new ArrayList<>();
        List<Byte> labels = new ArrayList<>();
        long digest = 0;
        while (examples.hasNext()) {
            Tuple2<Place, Example> next = examples.next();
            Example example = next._2();
            images.add(example.image());
            labels.add(example.label());
            // a sum does not depend on the order
            digest += Seeds.hash(Seeds.hash(example.label(), next._1().key()), example.image());
        }
        byte[] packed = new byte[labels.size()];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = labels.get(i);
        }
        return List.of(new Shard(images.toArray(byte[][]::new), packed, digest)).iterator();
    }

    private static Long writer(Row row) {
        return row.isNullAt(3) ? null : row.getLong(3);
    }

    /** Where an example stands: its hash decides the worker and the order, its key the order between equal hashes. */
    private record Place(long hash, String key) implements Serializable {
        static final Comparator<Place> ORDER = (Comparator<Place> & Serializable)
                (a, b) -> a.hash == b.hash ? a.key.compareTo(b.key) : Long.compare(a.hash, b.hash);
    }

    private record Example(byte[] image, byte label) implements Serializable {
        static Example of(Row row) {
            byte[] image = row.getAs(1);
            int label = row.getInt(2);
            Pixels.require("image of " + row.getString(0), image);
            if (label < 0 || label >= Networks.CLASSES) {
                throw new IllegalArgumentException(
                        "label of " + row.getString(0) + " is " + label + ", expected 0 to 9");
            }
            return new Example(image, (byte) label);
        }
    }

    private static final class ByHash extends Partitioner {
        private final int workers;

        ByHash(int workers) {
            this.workers = workers;
        }

        @Override
        public int numPartitions() {
            return workers;
        }

        @Override
        public int getPartition(Object place) {
            return (int) Math.floorMod(((Place) place).hash(), (long) workers);
        }
    }
}
