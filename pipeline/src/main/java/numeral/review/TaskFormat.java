package numeral.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** How review tasks leave the house. A task of the audit sample does not tell what was read: its answer has to be a person's own. */
public enum TaskFormat {
    /** One JSON object a line in {@code tasks.jsonl}, pictures as {@code images/ID.png} beside it. */
    JSONL("tasks.jsonl", "", "\n", "\n") {
        @Override
        public String json(ReviewTask task) {
            ObjectNode json = facts(task);
            json.put("image", imageName(task));
            json.put("audit", task.audit());
            if (!task.audit()) {
                json.put("read", task.read());
                task.reasons().forEach(json.putArray("reasons")::add);
            }
            return json.toString();
        }
    },
    /** Label Studio's import format in {@code tasks.json}, pictures inside. */
    LABEL_STUDIO("tasks.json", "[\n", ",\n", "\n]\n") {
        @Override
        public String json(ReviewTask task) {
            ObjectNode json = JSON.createObjectNode();
            ObjectNode data = facts(task);
            data.put("image", "data:image/png;base64," + Base64.getEncoder().encodeToString(task.png()));
            json.set("data", data);
            if (!task.audit() && !task.read().isEmpty()) {
                ObjectNode result = JSON.createObjectNode();
                result.put("from_name", Answers.VALUE);
                result.put("to_name", "image");
                result.put("type", "textarea");
                result.putObject("value").putArray("text").add(task.read());
                ArrayNode predictions = json.putArray("predictions");
                predictions.addObject().putArray("result").add(result);
            }
            return json.toString();
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String fileName;
    private final String start;
    private final String between;
    private final String end;

    TaskFormat(String fileName, String start, String between, String end) {
        this.fileName = fileName;
        this.start = start;
        this.between = between;
        this.end = end;
    }

    /** The task as one JSON object on one line. */
    public abstract String json(ReviewTask task);

    /** Name of the file of tasks. */
    public String fileName() {
        return fileName;
    }

    /** What stands before the first task. */
    public String start() {
        return start;
    }

    /** What stands between two tasks. */
    public String between() {
        return between;
    }

    /** What stands behind the last task. */
    public String end() {
        return end;
    }

    /** Where the picture lies beside the file of tasks. */
    public static String imageName(ReviewTask task) {
        return "images/" + task.id() + ".png";
    }

    private static ObjectNode facts(ReviewTask task) {
        ObjectNode json = JSON.createObjectNode();
        json.put("task", task.id());
        json.put("run", task.run());
        json.put("page", task.page());
        json.put("field", task.field());
        json.put("length", task.length());
        return json;
    }
}
