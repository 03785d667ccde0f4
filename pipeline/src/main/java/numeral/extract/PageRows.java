package numeral.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import numeral.form.Box;
import numeral.form.Crop;
import numeral.form.FieldRegion;
import numeral.form.PageReading;
import numeral.scan.Item;
import numeral.scan.PageImage;
import numeral.scan.ScanStatus;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Rows of {@code pages} and {@code crops}, column by column as in data-schema. */
final class PageRows {
    static final StructType PAGES = StructType.fromDDL("key STRING, run STRING, archive STRING, entry STRING, page INT,"
            + " sha256 STRING, status STRING, reason STRING, template STRING, recipe STRING, width_px INT, height_px INT,"
            + " dpi_declared DOUBLE, dpi DOUBLE, angle_deg DOUBLE, residual_mm DOUBLE,"
            + " regions ARRAY<STRUCT<field: STRING, x_px: DOUBLE, y_px: DOUBLE, w_px: DOUBLE, h_px: DOUBLE, x_mm: DOUBLE,"
            + " y_mm: DOUBLE, w_mm: DOUBLE, h_mm: DOUBLE, ink: DOUBLE, residual_mm: DOUBLE, nodes: INT,"
            + " reasons: ARRAY<STRING>>>, thumbnail BINARY, decode_ms DOUBLE, register_ms DOUBLE, segment_ms DOUBLE");
    static final StructType CROPS = StructType.fromDDL("key STRING, run STRING, page STRING, field STRING,"
            + " from_node INT, to_node INT, image BINARY, cost DOUBLE, ink DOUBLE, residue DOUBLE,"
            + " x_mm DOUBLE, y_mm DOUBLE, w_mm DOUBLE, h_mm DOUBLE");

    private final String run;
    private final String template;
    private final String recipe;

    /**
     * @param template id of the template
     * @param recipe digest of all that decides what is read from given bytes
     */
    PageRows(String run, String template, String recipe) {
        this.run = run;
        this.template = template;
        this.recipe = recipe;
    }

    /** An item on which no form was found, for the reason given. */
    PageResult refused(Item item, ScanStatus status, String reason, Optional<byte[]> thumbnail) {
        return new PageResult.Read(page(item, status, reason, Optional.empty(), thumbnail), List.of());
    }

    /** A page that was read earlier: its names, to find it there. */
    PageResult known(Item item) {
        return new PageResult.Known(page(item, item.status(), item.reason(), Optional.empty(), Optional.empty()));
    }

    /** A page whose fields were found. */
    PageResult registered(Item item, PageReading.Registered reading, Optional<byte[]> thumbnail) {
        List<Row> crops = new ArrayList<>();
        for (FieldRegion region : reading.regions()) {
            for (Crop crop : region.crops()) {
                crops.add(crop(item.key(), region.field(), crop));
            }
        }
        ScanStatus status = reading.mirrored() ? ScanStatus.OK_WITH_WARNINGS : item.status();
        String reason =
                reading.mirrored() ? (item.reason() + "; page is mirrored").replaceFirst("^; ", "") : item.reason();
        Row page = page(item, status, reason, Optional.of(reading), thumbnail);
        return new PageResult.Read(page, crops);
    }

    private Row page(
            Item item,
            ScanStatus status,
            String reason,
            Optional<PageReading.Registered> reading,
            Optional<byte[]> thumbnail) {
        return RowFactory.create(
                item.key(),
                run,
                item.archive(),
                item.entry(),
                item.page(),
                item.sha256().orElse(null),
                status.name(),
                reason.isEmpty() ? null : reason,
                item.image().isPresent() ? template : null,
                recipe,
                item.image().map(PageImage::width).orElse(null),
                item.image().map(PageImage::height).orElse(null),
                boxed(item.declaredDpi()),
                reading.map(PageReading.Registered::dpi).orElse(null),
                reading.map(PageReading.Registered::angleDeg).orElse(null),
                reading.map(PageReading.Registered::residualMm).orElse(null),
                reading.map(found ->
                                found.regions().stream().map(PageRows::region).toArray(Row[]::new))
                        .orElse(null),
                thumbnail.orElse(null),
                item.decodeMs(),
                reading.map(PageReading.Registered::registerMs).orElse(null),
                reading.map(PageReading.Registered::segmentMs).orElse(null));
    }

    private static Row region(FieldRegion region) {
        Box px = region.px();
        Box mm = region.mm();
        return RowFactory.create(
                region.field(),
                px.x(),
                px.y(),
                px.w(),
                px.h(),
                mm.x(),
                mm.y(),
                mm.w(),
                mm.h(),
                region.ink(),
                region.residualMm(),
                region.nodes(),
                region.reasons().toArray(String[]::new));
    }

    private Row crop(String page, String field, Crop crop) {
        return RowFactory.create(
                page + "/" + field + "/" + crop.from() + "-" + crop.to(),
                run,
                page,
                field,
                crop.from(),
                crop.to(),
                crop.image(),
                crop.cost(),
                crop.inkMm2(),
                crop.residue(),
                crop.mm().x(),
                crop.mm().y(),
                crop.mm().w(),
                crop.mm().h());
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
