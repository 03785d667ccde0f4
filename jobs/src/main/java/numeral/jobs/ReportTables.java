package numeral.jobs;

import static org.apache.spark.sql.functions.asc;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import numeral.report.ReportData;
import numeral.report.ReportLimits;
import numeral.table.Table;
import numeral.table.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The tables as a report wants them: the rows of one model and one run, no more of each kind than shall be shown. */
final class ReportTables {
    private final Tables tables;
    private final String model;
    private final String run;
    private final ReportLimits limits;

    ReportTables(Tables tables, String model, String run, ReportLimits limits) {
        this.tables = tables;
        this.model = model;
        this.run = run;
        this.limits = limits;
    }

    List<ReportData.Split> splits() {
        return tables
                .read(Table.DIGITS)
                .groupBy("dataset", "split")
                .count()
                .orderBy("dataset", "split")
                .collectAsList()
                .stream()
                .map(row -> new ReportData.Split(row.getString(0), row.getString(1), row.getLong(2)))
                .toList();
    }

    List<ReportData.Digit> digits(String dataset) {
        Column position = row_number().over(Window.partitionBy("label").orderBy("key"));
        return tables
                .read(Table.DIGITS)
                .where(col("dataset").equalTo(dataset).and(col("split").equalTo("train")))
                .withColumn("position", position)
                .where(col("position").leq(limits.digitsPerLabel()))
                .orderBy("label", "key")
                .select("label", "image")
                .collectAsList()
                .stream()
                .map(row -> new ReportData.Digit(row.getInt(0), row.getAs(1)))
                .toList();
    }

    List<ReportData.Epoch> epochs() {
        return tables.read(Table.TRAINING).where(ofModel()).orderBy("epoch").collectAsList().stream()
                .map(row -> new ReportData.Epoch(
                        row.getAs("epoch"),
                        row.getAs("examples_trained"),
                        row.getAs("loss"),
                        row.getAs("accuracy"),
                        orNaN(row.getAs("validation_loss")),
                        orNaN(row.getAs("validation_accuracy")),
                        row.getAs("learning_rate"),
                        row.getAs("examples_per_second")))
                .toList();
    }

    List<ReportData.Metric> metrics() {
        return tables
                .read(Table.METRICS, run)
                .where(ofModel().and(col("job").equalTo(EvaluateJob.NAME)))
                .collectAsList()
                .stream()
                .map(row -> new ReportData.Metric(
                        row.getAs("metric"), row.getAs("class"), row.getAs("value"), row.getAs("n")))
                .toList();
    }

    /** The surest errors first: they teach most. */
    List<ReportData.Prediction> misreads() {
        return shown(
                labelled().where(col("label").notEqual(col("digit"))),
                limits.misreads(),
                desc("confidence"),
                asc("key"));
    }

    List<ReportData.Prediction> predictions() {
        return shown(labelled(), limits.predictions(), asc("key"));
    }

    List<ReportData.StatusCount> statuses() {
        return tables.read(Table.PAGES, run).groupBy("status").count().orderBy("status").collectAsList().stream()
                .map(row -> new ReportData.StatusCount(row.getString(0), row.getLong(1)))
                .toList();
    }

    List<ReportData.DecisionCount> decisions() {
        return fields().groupBy("field", "decision").count().orderBy("field", "decision").collectAsList().stream()
                .map(row -> new ReportData.DecisionCount(row.getString(0), row.getString(1), row.getLong(2)))
                .toList();
    }

    List<ReportData.Page> pages() {
        List<Row> pages = tables.read(Table.PAGES, run)
                .where(col("thumbnail").isNotNull().and(col("width_px").isNotNull()))
                .orderBy("key")
                .limit(limits.pages())
                .collectAsList();
        Map<String, List<ReportData.Field>> fields = new HashMap<>();
        Set<String> sensitive = RunTemplates.of(tables, run).sensitive();
        fields().where(col("page")
                        .isin(pages.stream()
                                .map(page -> page.<String>getAs("key"))
                                .toArray()))
                .orderBy("page", "y_mm", "x_mm")
                .collectAsList()
                .forEach(row -> fields.computeIfAbsent(row.getAs("page"), page -> new ArrayList<>())
                        .add(field(row, sensitive)));
        return pages.stream()
                .map(page -> new ReportData.Page(
                        page.getAs("key"),
                        page.getAs("status"),
                        page.getAs("width_px"),
                        page.getAs("height_px"),
                        page.getAs("thumbnail"),
                        fields.getOrDefault(page.<String>getAs("key"), List.of())))
                .toList();
    }

    List<ReportData.Model> models() {
        Column age = row_number().over(Window.partitionBy("id").orderBy(desc("sequence")));
        return tables
                .read(Table.MODELS)
                .withColumn("age", age)
                .where("age = 1")
                .orderBy(desc("sequence"))
                .collectAsList()
                .stream()
                .map(row -> new ReportData.Model(
                        row.getAs("id"),
                        row.getAs("network"),
                        row.getAs("sha256"),
                        row.getList(row.fieldIndex("parents")),
                        row.getAs("config"),
                        row.isNullAt(row.fieldIndex("decision")) ? row.getAs("event") : row.getAs("decision"),
                        row.getList(row.fieldIndex("reasons"))))
                .toList();
    }

    private List<ReportData.Prediction> shown(Dataset<Row> predictions, int limit, Column... order) {
        Dataset<Row> chosen = predictions.orderBy(order).limit(limit);
        return chosen
                .join(tables.read(Table.DIGITS).select("key", "image"), "key")
                .orderBy(order)
                .collectAsList()
                .stream()
                .map(row -> new ReportData.Prediction(
                        row.getAs("label"), row.getAs("digit"), row.getAs("confidence"), row.getAs("image")))
                .toList();
    }

    private Dataset<Row> labelled() {
        return tables.read(Table.PREDICTIONS, run)
                .where(ofModel().and(col("job").equalTo(EvaluateJob.NAME)));
    }

    private Dataset<Row> fields() {
        return tables.read(Table.FIELDS, run).where(ofModel());
    }

    private Column ofModel() {
        return col("model").equalTo(model);
    }

    private static ReportData.Field field(Row row, Set<String> sensitive) {
        ReportData.Box box = row.isNullAt(row.fieldIndex("x_px"))
                ? null
                : new ReportData.Box(row.getAs("x_px"), row.getAs("y_px"), row.getAs("w_px"), row.getAs("h_px"));
        return new ReportData.Field(
                row.getAs("field"),
                box,
                row.getAs("value"),
                row.getAs("confidence"),
                row.getAs("decision"),
                row.getList(row.fieldIndex("reasons")),
                sensitive.contains(row.<String>getAs("field")));
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }
}
