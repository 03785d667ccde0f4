package numeral.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import numeral.form.Form;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Form templates by the paths of their files, folders of them, or globs. Of a folder its {@code *.json}; a JSON Schema, {@code *.schema.json}, may
 * lie beside.
 */
record TemplateFiles(List<String> paths) {
    void check(Problems problems) {
        int before = problems.all().size();
        paths.forEach(path -> problems.requireInput("--template", path));
        if (problems.all().size() > before) {
            return;
        }
        try {
            TreeSet<String> files = files(problems.hadoop());
            if (files.isEmpty()) {
                problems.add("--template " + String.join(",", paths) + ": expected a template, found none");
            }
            files.forEach(file -> problems.requireText("--template", file, Form::parse));
        } catch (IOException | IllegalArgumentException e) {
            problems.add("--template " + String.join(",", paths) + ": cannot be looked up: " + e.getMessage());
        }
    }

    /** Their JSON texts. */
    List<String> texts(Configuration hadoop) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : files(hadoop)) {
            texts.add(Files.text(file, hadoop));
        }
        return texts;
    }

    private TreeSet<String> files(Configuration hadoop) throws IOException {
        TreeSet<String> files = new TreeSet<>();
        for (String path : paths) {
            Path pattern = new Path(path);
            FileSystem fileSystem = pattern.getFileSystem(hadoop);
            FileStatus[] found = fileSystem.globStatus(pattern);
            for (FileStatus one : found == null ? new FileStatus[0] : found) {
                FileStatus[] all = one.isDirectory()
                        ? fileSystem.globStatus(new Path(one.getPath(), "*.json"))
                        : new FileStatus[] {one};
                Arrays.stream(all)
                        .map(file -> file.getPath().toString())
                        .filter(file -> !file.endsWith(".schema.json"))
                        .forEach(files::add);
            }
        }
        return files;
    }
}
