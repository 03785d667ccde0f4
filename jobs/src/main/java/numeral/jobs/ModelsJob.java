package numeral.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import numeral.table.History;
import numeral.table.History.Event;
import picocli.CommandLine.Command;

/** Tells the champion, the candidates that wait for a decision, and everything that happened to the models. */
@Command(name = "models", description = "Champion, candidates and history of the models.")
final class ModelsJob implements Job {
    @Override
    public Summary run(Workspace workspace) {
        History history = workspace.registry().history();
        for (Event event : history.events()) {
            workspace.progress(
                    "%d %s %s under run %s. %s",
                    event.sequence(), event.model(), word(event), event.run(), String.join(" ", event.reasons()));
        }
        return new Summary()
                .with("champion", history.champion().orElse(null))
                .with("previous_champion", history.previousChampion().orElse(null))
                .with("candidates", history.candidates())
                .with("history", history.events().stream().map(ModelsJob::map).toList());
    }

    private static Map<String, Object> map(Event event) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", event.model());
        map.put("event", word(event));
        map.put("run", event.run());
        map.put("reasons", event.reasons());
        return map;
    }

    private static String word(Event event) {
        return switch (event.kind()) {
            case REGISTERED -> "registered";
            case DECIDED -> event.promoted() ? "promoted" : "refused";
            case ROLLED_BACK -> "rolled back to";
        };
    }
}
