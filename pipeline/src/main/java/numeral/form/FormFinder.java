package numeral.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import numeral.form.page.Page;

/** Tells which page of which form a scan shows: by a printed code where one names it, else by what fits best. */
final class FormFinder {
    /** Forms whose ranks are closer than that are told apart by how much of the scan they explain. */
    private static final double NEAR = 0.1;
    /** A share of the evidence within which two forms fit equally well. */
    private static final double EQUAL = 0.02;

    private final List<PageForm> pages;

    FormFinder(List<PageForm> pages) {
        // What is cheap to find first, then what explains most where it is there: both spare the search for others.
        this.pages = pages.stream()
                .sorted(Comparator.comparing(PageForm::cheap)
                        .thenComparing(PageForm::printedMm)
                        .reversed())
                .toList();
    }

    Candidate find(Views views) {
        List<Candidate> candidates = named(views);
        if (candidates.isEmpty()) {
            candidates = alike(views, false);
            Candidate best = best(candidates);
            boolean blank = best.location() instanceof Location.Lost lost && lost.kind() == PageReading.Kind.BLANK_PAGE;
            if (!best.found() && !blank) {
                List<Candidate> mirrored = alike(views, true);
                candidates = best(mirrored).found() ? mirrored : candidates;
            }
        }
        Candidate best = best(candidates);
        return best.found() ? unrivalled(best.rank(), candidates) : best;
    }

    /** Of equals the first. */
    private static Candidate best(List<Candidate> candidates) {
        Candidate best = candidates.get(0);
        for (Candidate candidate : candidates) {
            best = candidate.rank() > best.rank() ? candidate : best;
        }
        return best;
    }

    /** The forms laid on the page, without those that cannot win any more. */
    private List<Candidate> alike(Views views, boolean mirrored) {
        List<Candidate> candidates = new ArrayList<>();
        double enoughMm = 0;
        for (PageForm form : ofThatShape(views.page())) {
            if (form.printedMm() >= enoughMm) {
                Location location = form.registrar().locate(views.of(form.template()), mirrored);
                Candidate candidate = checked(views.page(), new Candidate(form, location, ""));
                candidates.add(candidate);
                if (candidate.rank() >= Candidate.HIGHEST - NEAR) {
                    enoughMm = Math.max(enoughMm, (1 - EQUAL) * candidate.evidenceMm());
                }
            }
        }
        return candidates;
    }

    /** The forms whose code the page shows. */
    private List<Candidate> named(Views views) {
        List<Candidate> named = new ArrayList<>();
        CodeReader reader = new CodeReader(views.page());
        for (PageForm form : pages) {
            if (form.template().identity() instanceof Identity.Code code) {
                reader.astray(form.template(), code)
                        .filter(code::matches)
                        .ifPresent(text -> named.add(
                                new Candidate(form, form.registrar().locate(views.of(form.template())), text)));
            }
        }
        return named;
    }

    /** Those that a scan of that shape may show; all where there are none, to say why. */
    private List<PageForm> ofThatShape(Page page) {
        List<PageForm> possible =
                pages.stream().filter(form -> form.registrar().fits(page)).toList();
        return possible.isEmpty() ? pages : possible;
    }

    /** Reads the code of a form that was found by its looks; with that of another form it is another form. */
    private static Candidate checked(Page page, Candidate candidate) {
        if (!(candidate.location() instanceof Location.Found found)
                || !(candidate.form().template().identity() instanceof Identity.Code code)) {
            return candidate;
        }
        Optional<String> text = new CodeReader(page).inPlace(code, found.warp());
        if (text.isEmpty()) {
            return candidate;
        }
        Candidate read = new Candidate(candidate.form(), found, text.get());
        return code.matches(text.get())
                ? read
                : read.lost(
                        PageReading.Kind.UNKNOWN_FORM,
                        "the page's code is '" + text.get() + "': expected " + code.value());
    }

    /** The one that explains most among those that fit best; refused where another one does so as well. */
    private static Candidate unrivalled(double bestRank, List<Candidate> candidates) {
        List<Candidate> near = candidates.stream()
                .filter(candidate -> candidate.found() && candidate.rank() > bestRank - NEAR)
                .sorted(Comparator.comparingDouble(Candidate::evidenceMm).reversed())
                .toList();
        Candidate best = near.get(0);
        if (near.size() > 1 && near.get(1).evidenceMm() >= (1 - EQUAL) * best.evidenceMm()) {
            return best.lost(
                    PageReading.Kind.UNKNOWN_FORM,
                    "fits two forms equally well: " + best.name() + " and "
                            + near.get(1).name());
        }
        return best;
    }
}
