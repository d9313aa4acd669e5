package dev.hubtwin.internal.description;

import dev.hubtwin.internal.control.api.DescriptionApi;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.EntityTag;

/** The operations of the tag {@code description}. */
public final class DescriptionResource implements DescriptionApi {

    private static final String GZIP = "gzip";

    private final RequestContext exchange;

    public DescriptionResource(RequestContext exchange) {
        this.exchange = exchange;
    }

    @Override
    public GetYamlResponse getYaml(String edition, String known) {
        String document = PublishedDescription.github(edition).yaml(exchange.links());
        EntityTag tag = EntityTag.of(document);
        return tag.isIn(known)
                ? new GetYamlResponse.NotModified(tag.weak())
                : new GetYamlResponse.Ok(document, tag.weak());
    }

    @Override
    public GetJsonResponse getJson(String edition, String known) {
        String document = PublishedDescription.github(edition).json(exchange.links());
        EntityTag tag = EntityTag.of(document);
        return tag.isIn(known)
                ? new GetJsonResponse.NotModified(tag.weak())
                : new GetJsonResponse.Ok(document, tag.weak());
    }

    @Override
    public GetControlYamlResponse getControlYaml(String edition, String known) {
        String document = PublishedDescription.control(edition).yaml(exchange.links());
        EntityTag tag = EntityTag.of(document);
        return tag.isIn(known)
                ? new GetControlYamlResponse.NotModified(tag.weak())
                : new GetControlYamlResponse.Ok(document, tag.weak());
    }

    @Override
    public GetControlJsonResponse getControlJson(String edition, String known) {
        String document = PublishedDescription.control(edition).json(exchange.links());
        EntityTag tag = EntityTag.of(document);
        return tag.isIn(known)
                ? new GetControlJsonResponse.NotModified(tag.weak())
                : new GetControlJsonResponse.Ok(document, tag.weak());
    }

    @Override
    public GetPageResponse getPage(String known) {
        String page = ReferencePage.ofGithub(DemoTokens.in(exchange.world(), exchange.now()));
        EntityTag tag = EntityTag.of(page);
        return tag.isIn(known) ? new GetPageResponse.NotModified(tag.weak()) : new GetPageResponse.Ok(page, tag.weak());
    }

    @Override
    public GetControlPageResponse getControlPage(String known) {
        String page =
                ReferencePage.ofControl(exchange.server().controlToken().text().isPresent());
        EntityTag tag = EntityTag.of(page);
        return tag.isIn(known)
                ? new GetControlPageResponse.NotModified(tag.weak())
                : new GetControlPageResponse.Ok(page, tag.weak());
    }

    @Override
    public GetScriptResponse getScript(String script) {
        return new GetScriptResponse.Ok(ReferencePage.script(script), GZIP);
    }

    @Override
    public GetIconResponse getIcon() {
        return new GetIconResponse.Ok(ReferencePage.icon());
    }
}
