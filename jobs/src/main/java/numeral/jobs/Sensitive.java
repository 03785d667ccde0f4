package numeral.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import numeral.form.FieldSpec;
import numeral.form.Template;
import numeral.table.Table;
import numeral.table.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Takes the values of sensitive fields, and pictures that show them, out of a table's rows. */
final class Sensitive {
    private final Set<String> fields = new TreeSet<>();

    /** Fields that any template in the warehouse calls sensitive. */
    Sensitive(Tables tables) {
        tables.read(Table.TEMPLATES)
                .select("json")
                .distinct()
                .collectAsList()
                .forEach(row -> Template.parse(row.getString(0)).fields().stream()
                        .filter(FieldSpec::sensitive)
                        .map(FieldSpec::name)
                        .forEach(fields::add));
    }

    /** The rows without them; values become null, rows that are nothing but a digit of such a field are left out. */
    Dataset<Row> removedFrom(Table table, Dataset<Row> rows) {
        return switch (table) {
            case FIELDS -> without(rows, "raw", "value");
            case REVIEWS -> without(rows, "value", "read");
            case CROPS -> rows.where(not(isSensitive()));
            case PREDICTIONS -> rows.where(not(col("key").rlike(cropKey())));
            case PAGES -> rows.withColumn("thumbnail", lit(null).cast("binary"));
            default -> rows;
        };
    }

    private Dataset<Row> without(Dataset<Row> rows, String... values) {
        Dataset<Row> left = rows;
        for (String value : values) {
            Column kept = when(not(isSensitive()), col(value));
            left = left.withColumn(value, kept);
        }
        return left;
    }

    private Column isSensitive() {
        return col("field").isInCollection(fields);
    }

    /** The key of a crop ends in its field and its two nodes. */
    private String cropKey() {
        String names = fields.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return fields.isEmpty() ? "^$" : "/(" + names + ")/[0-9]+-[0-9]+$";
    }
}
