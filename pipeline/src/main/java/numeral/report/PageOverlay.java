package numeral.report;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import numeral.report.ReportData.Box;
import numeral.report.ReportData.Field;
import numeral.report.ReportData.Page;

/** The picture of a page with a box around every field, coloured by decision, and the value above it. */
final class PageOverlay {
    /** Handwriting leaves its box; this share of the box's height is covered around it as well. */
    private static final double COVER_AROUND = 0.5;

    private PageOverlay() {}

    /** The drawing; empty where the page has no picture, an unreadable one, or one that can't be masked. */
    static Optional<Html> of(Page page) {
        return picture(page).map(png -> draw(page, png));
    }

    private static Optional<byte[]> picture(Page page) {
        var sensitive = page.fields().stream().filter(Field::sensitive).toList();
        boolean nothingTellsWhatToCover =
                page.fields().isEmpty() || sensitive.stream().anyMatch(field -> field.box() == null);
        if (page.thumbnail().length == 0 || nothingTellsWhatToCover) {
            return Optional.empty();
        }
        if (sensitive.isEmpty()) {
            return Optional.of(page.thumbnail());
        }
        try {
            return Optional.of(masked(page, sensitive));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Covers the pixels themselves: a shape drawn over them would leave them in the file. */
    private static byte[] masked(Page page, List<Field> sensitive) throws IOException {
        var image = Picture.decode(page.thumbnail());
        double scaleX = (double) image.getWidth() / page.widthPx();
        double scaleY = (double) image.getHeight() / page.heightPx();
        var graphics = image.createGraphics();
        graphics.setColor(Color.DARK_GRAY);
        for (var field : sensitive) {
            Box box = field.box();
            double around = COVER_AROUND * box.heightPx();
            int left = (int) Math.floor((box.xPx() - around) * scaleX);
            int top = (int) Math.floor((box.yPx() - around) * scaleY);
            int right = (int) Math.ceil((box.xPx() + box.widthPx() + around) * scaleX);
            int bottom = (int) Math.ceil((box.yPx() + box.heightPx() + around) * scaleY);
            graphics.fillRect(left, top, right - left, bottom - top);
        }
        graphics.dispose();
        return Picture.encode(image);
    }

    private static Html draw(Page page, byte[] png) {
        var svg = Html.of("svg")
                .attr("class", "page")
                .attr("viewBox", "0 0 " + page.widthPx() + " " + page.heightPx())
                .attr("role", "img")
                .attr("aria-label", "Page with its fields")
                .attr("font-size", page.widthPx() / 48)
                .add(Html.of("image")
                        .attr("href", Picture.dataUri(png))
                        .attr("width", page.widthPx())
                        .attr("height", page.heightPx())
                        .attr("preserveAspectRatio", "none"));
        page.fields().stream().filter(field -> field.box() != null).forEach(field -> {
            svg.add(box(field));
            svg.add(label(field, page.widthPx() / 260.0));
        });
        return svg;
    }

    private static Html box(Field field) {
        Box box = field.box();
        return Html.of("rect")
                .attr("x", px(box.xPx()))
                .attr("y", px(box.yPx()))
                .attr("width", px(box.widthPx()))
                .attr("height", px(box.heightPx()))
                .attr("class", PageSections.cssClass(field.decision()));
    }

    private static Html label(Field field, double gap) {
        return Html.of("text", PageSections.shown(field))
                .attr("x", px(field.box().xPx()))
                .attr("y", px(field.box().yPx() - gap))
                .attr("class", PageSections.cssClass(field.decision()));
    }

    private static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
