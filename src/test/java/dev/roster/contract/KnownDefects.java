package dev.roster.contract;

import static dev.roster.contract.KnownDefect.defect;

import java.util.ArrayList;
import java.util.List;

/** Where the vendors' descriptions are wrong or silent, each with what the product really does. */
final class KnownDefects {

    private static final List<KnownDefect> ALL = List.of(defect(
            "*", ".*", "^(401|403|404|405|415|429) .*response\\.status\\.unknown", "any call may be refused so"));

    private static final List<KnownDefect> JIRA = List.of(
            defect("*", ".*", "^4.. .*response\\.body\\.unexpected", "refusals carry errorMessages and errors"),
            defect("GET", "/rest/api/2/applicationrole", "type \\(array\\)", "answers with a bare array"),
            defect("GET", "/rest/api/2/user/list", "'cursor' is required", "the first call is made without a cursor"),
            defect("GET", "/rest/api/2/user/search", "type \\(array\\)", "answers with a bare array"),
            defect("GET", "/rest/api/2/project", "type \\(array\\)", "answers with a bare array"),
            defect("GET", "/rest/api/2/project/[^/]+/components", "type \\(array\\)", "answers with a bare array"),
            defect("GET", "/rest/api/2/(user|myself)", "parameter 'expand'", "takes expand=groups,applicationRoles"),
            defect("GET", "/rest/api/2/group", "operation\\.notAllowed", "answers, though undocumented"));

    private static final List<KnownDefect> CONFLUENCE = List.of(
            defect("*", ".*", "Path '/data/errors'", "the errors are a list"),
            defect("PUT", "/rest/api/admin/user/[^/]+", "^204 .*response\\.body\\.missing", "204 has no body"),
            defect("GET", "/rest/api/group/.*", "parameter\\.schema\\.invalidJson", "a name is text, though untyped"),
            defect("GET", "/rest/applinks/1\\.0/manifest", "path\\.missing", "the only place that tells the version"));

    private static final List<KnownDefect> BITBUCKET = List.of(
            defect("*", ".*", "Path '/nextPageStart'.*\\(null\\)", "null on the last page"),
            defect("*", ".*", "Path '/errors/0/(context|exceptionName)'.*\\(null\\)", "null when there is none"),
            defect("POST", ".*/admin/(users|groups)/[a-z-]+", "^200 .*response\\.body\\.missing", "200 has no body"));

    private KnownDefects() {}

    static List<KnownDefect> of(ProductContract.Product product) {
        List<KnownDefect> defects = new ArrayList<>(ALL);
        defects.addAll(
                switch (product) {
                    case JIRA -> JIRA;
                    case CONFLUENCE -> CONFLUENCE;
                    case BITBUCKET -> BITBUCKET;
                });
        return defects;
    }
}
