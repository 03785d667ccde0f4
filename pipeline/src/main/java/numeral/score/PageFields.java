package numeral.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import numeral.form.DecisionSettings;
import numeral.form.FieldDecoder;
import numeral.form.FieldReading;
import numeral.form.Form;
import numeral.form.ScoredCrop;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of the table {@code fields} for an iterator of pages with their regions and scored arcs. */
final class PageFields implements Iterator<Row> {
    private final Iterator<Row> pages;
    private final Map<String, String> templateTexts;
    private final Map<String, Form> templates = new HashMap<>();
    private final FieldDecoder decoder;
    private final String run;
    private final String model;
    private Iterator<Row> ready = List.<Row>of().iterator();

    PageFields(
            Iterator<Row> pages,
            Map<String, String> templateTexts,
            DecisionSettings settings,
            String run,
            String model) {
        this.pages = pages;
        this.templateTexts = templateTexts;
        this.decoder = new FieldDecoder(settings);
        this.run = run;
        this.model = model;
    }

    @Override
    public boolean hasNext() {
        while (!ready.hasNext() && pages.hasNext()) {
            ready = fields(pages.next());
        }
        return ready.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.next();
    }

    private Iterator<Row> fields(Row page) {
        Form template = templates.computeIfAbsent(page.getAs("template"), id -> Form.parse(templateTexts.get(id)));
        Map<String, List<Row>> arcs = new HashMap<>();
        if (!page.isNullAt(page.fieldIndex("arcs"))) {
            page.<Row>getList(page.fieldIndex("arcs"))
                    .forEach(arc -> arcs.computeIfAbsent(arc.getAs("field"), field -> new ArrayList<>())
                            .add(arc));
        }
        List<Row> fields = new ArrayList<>();
        for (Row region : page.<Row>getList(page.fieldIndex("regions"))) {
            List<Row> ofField = arcs.getOrDefault(region.<String>getAs("field"), List.of());
            fields.add(field(page.getAs("key"), template, region, ofField));
        }
        return fields.iterator();
    }

    private Row field(String page, Form template, Row region, List<Row> arcs) {
        // Spark gathers rows in no order of its own; equal paths must fall to the same one every time.
        List<Row> ordered = arcs.stream()
                .sorted(Comparator.<Row>comparingInt(arc -> arc.getAs("from_node"))
                        .thenComparingInt(arc -> arc.getAs("to_node")))
                .toList();
        String name = region.getAs("field");
        FieldReading reading = decoder.decode(
                template.field(name),
                region.getAs("nodes"),
                region.getList(region.fieldIndex("reasons")),
                ordered.stream().map(PageFields::scored).toList());
        return RowFactory.create(
                page,
                run,
                model,
                name,
                orNull(reading.raw()),
                orNull(reading.value()),
                reading.confidence(),
                reading.weakest(),
                reading.checks().name(),
                reading.decision().name(),
                reading.reasons().toArray(String[]::new),
                reading.chosen().stream()
                        .map(index -> ordered.get(index).<String>getAs("key"))
                        .toArray(String[]::new),
                region.getAs("x_px"),
                region.getAs("y_px"),
                region.getAs("w_px"),
                region.getAs("h_px"),
                region.getAs("x_mm"),
                region.getAs("y_mm"),
                region.getAs("w_mm"),
                region.getAs("h_mm"));
    }

    private static ScoredCrop scored(Row arc) {
        List<Float> boxed = arc.getList(arc.fieldIndex("logits"));
        float[] logits = new float[boxed.size()];
        for (int digit = 0; digit < logits.length; digit++) {
            logits[digit] = boxed.get(digit);
        }
        return new ScoredCrop(
                arc.getAs("from_node"),
                arc.getAs("to_node"),
                arc.getAs("cost"),
                arc.getAs("ink"),
                arc.getAs("residue"),
                logits);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
