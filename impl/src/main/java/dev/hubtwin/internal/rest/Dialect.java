package dev.hubtwin.internal.rest;

/** As which of GitHub's servers an answer speaks. */
public enum Dialect {
    /** api.github.com, version 2022-11-28; served at {@code /}. */
    GITHUB_COM("https://docs.github.com/rest", "X-GitHub-Api-Version-Selected", "2022-11-28"),
    /** GitHub Enterprise Server 2.22; served at {@code /api/v3}. */
    ENTERPRISE("https://docs.github.com/enterprise-server@2.22/rest", "X-GitHub-Enterprise-Version", "2.22.0");

    private final String documentation;
    private final String versionHeader;
    private final String version;

    Dialect(String documentation, String versionHeader, String version) {
        this.documentation = documentation;
        this.versionHeader = versionHeader;
        this.version = version;
    }

    /** The header that says the version. */
    public String versionHeader() {
        return versionHeader;
    }

    /** The version that is spoken. */
    public String version() {
        return version;
    }

    /** Where the whole API is explained. */
    public String documentation() {
        return documentation;
    }

    /**
     * Where an operation is explained. The enterprise pages of that time have one page a category, under
     * {@code reference}.
     *
     * @param githubCom where github.com explains it
     */
    public String documentation(String githubCom) {
        if (this == GITHUB_COM) {
            return githubCom;
        }
        String path = githubCom.substring(GITHUB_COM.documentation.length() + 1);
        int anchor = path.indexOf('#');
        String page = anchor < 0 ? path : path.substring(0, anchor);
        String category = page.contains("/") ? page.substring(0, page.indexOf('/')) : page;
        return documentation + "/reference/" + category + (anchor < 0 ? "" : path.substring(anchor));
    }
}
