package numeral.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The tables. Columns, types and comments are in {@code data-schema/NAME.sql}, from which the tables are created. */
public enum Table {
    DIGITS("key"),
    PAGES("key"),
    TEMPLATES("template"),
    CROPS("key"),
    PREDICTIONS("model,job,key"),
    FIELDS("model,page,field"),
    REVIEWS("page,field"),
    TRAINING("model,epoch"),
    TRIALS("rung,trial"),
    METRICS("model,job,dataset,split,metric,class"),
    RISK_COVERAGE("model,job,source,threshold"),
    CERTIFICATES("model,template,max_error"),
    MODELS("sequence"),
    QUARANTINE("dataset,split,source,offset");

    private final String order;

    Table(String order) {
        this.order = order;
    }

    /** Name in lower case, as in the catalog and on the command line. */
    public String lowerName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Columns that, after {@code run}, put the rows in one order. */
    public List<String> order() {
        return List.of(order.split(",", -1));
    }

    /** The CREATE TABLE statement for a table of that full name. */
    String createStatement(String fullName) {
        String resource = "/data-schema/" + lowerName() + ".sql";
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("${table}", fullName);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
