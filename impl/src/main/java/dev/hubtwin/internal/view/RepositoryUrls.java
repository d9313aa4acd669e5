package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.FullRepository;

/** The addresses below a repository. */
final class RepositoryUrls {

    private RepositoryUrls() {}

    /**
     * Adds them to a view.
     *
     * @param api the address of the repository in the API
     */
    static FullRepository.Builder add(FullRepository.Builder view, String api) {
        return view.url(api)
                .archiveUrl(api + "/{archive_format}{/ref}")
                .assigneesUrl(api + "/assignees{/user}")
                .blobsUrl(api + "/git/blobs{/sha}")
                .branchesUrl(api + "/branches{/branch}")
                .collaboratorsUrl(api + "/collaborators{/collaborator}")
                .commentsUrl(api + "/comments{/number}")
                .commitsUrl(api + "/commits{/sha}")
                .compareUrl(api + "/compare/{base}...{head}")
                .contentsUrl(api + "/contents/{+path}")
                .contributorsUrl(api + "/contributors")
                .deploymentsUrl(api + "/deployments")
                .downloadsUrl(api + "/downloads")
                .eventsUrl(api + "/events")
                .forksUrl(api + "/forks")
                .gitCommitsUrl(api + "/git/commits{/sha}")
                .gitRefsUrl(api + "/git/refs{/sha}")
                .gitTagsUrl(api + "/git/tags{/sha}")
                .issueCommentUrl(api + "/issues/comments{/number}")
                .issueEventsUrl(api + "/issues/events{/number}")
                .issuesUrl(api + "/issues{/number}")
                .keysUrl(api + "/keys{/key_id}")
                .labelsUrl(api + "/labels{/name}")
                .languagesUrl(api + "/languages")
                .mergesUrl(api + "/merges")
                .milestonesUrl(api + "/milestones{/number}")
                .notificationsUrl(api + "/notifications{?since,all,participating}")
                .pullsUrl(api + "/pulls{/number}")
                .releasesUrl(api + "/releases{/id}")
                .stargazersUrl(api + "/stargazers")
                .statusesUrl(api + "/statuses/{sha}")
                .subscribersUrl(api + "/subscribers")
                .subscriptionUrl(api + "/subscription")
                .tagsUrl(api + "/tags")
                .teamsUrl(api + "/teams")
                .treesUrl(api + "/git/trees{/sha}")
                .hooksUrl(api + "/hooks");
    }
}
