package dev.roster.api;

import dev.roster.store.DecisionQuery;
import dev.roster.store.DecisionQuery.DecisionRow;
import dev.roster.store.OperationFilter;
import dev.roster.store.OperationQuery;
import dev.roster.store.OperationRow;
import dev.roster.store.Page;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** What a run planned and did, and what it decided about whom. */
@RestController
@RequestMapping("/api/runs/{id}")
class OperationsApi {

    private final RunRows runs;
    private final OperationQuery operations;
    private final DecisionQuery decisions;
    private final JsonMapper json;

    OperationsApi(RunRows runs, OperationQuery operations, DecisionQuery decisions, JsonMapper json) {
        this.runs = runs;
        this.operations = operations;
        this.decisions = decisions;
        this.json = json;
    }

    @GetMapping("/operations")
    Page<OperationRow> operations(
            @PathVariable long id,
            OperationWords words,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        OperationFilter filter = words.filter();
        return operations.page(run(id).id(), filter, Filters.page(page, size));
    }

    /** Written while it is read, so that a run of any size fits. */
    @GetMapping("/operations.csv")
    void csv(@PathVariable long id, OperationWords words, HttpServletResponse response) throws IOException {
        OperationFilter filter = words.filter();
        long run = run(id).id();
        attach(response, "text/csv;charset=UTF-8", run, "csv");
        OperationsCsv csv = new OperationsCsv(response.getWriter(), json);
        csv.header();
        operations.each(run, filter, csv::row);
    }

    /** The same rows as one list. */
    @GetMapping("/operations.json")
    void export(@PathVariable long id, OperationWords words, HttpServletResponse response) throws IOException {
        OperationFilter filter = words.filter();
        long run = run(id).id();
        attach(response, "application/json;charset=UTF-8", run, "json");
        try (SequenceWriter rows = json.writer().writeValuesAsArray(response.getWriter())) {
            operations.each(run, filter, rows::write);
        }
    }

    private static void attach(HttpServletResponse response, String type, long run, String ending) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"roster-run-" + run + "-operations." + ending + "\"");
    }

    @GetMapping("/decisions")
    Page<DecisionRow> decisions(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return decisions.page(run(id), Filters.given(target), Filters.reason(reason), Filters.page(page, size));
    }

    private RunRow run(long id) {
        return runs.find(id).orElseThrow(() -> new NotFound("there is no run " + id));
    }
}
