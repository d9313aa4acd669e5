package com.example;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the program asks of GitHub. */
@RegisterRestClient(configKey = "github")
@ClientHeaderParam(name = "Authorization", value = "Bearer ${github.token}")
@ClientHeaderParam(name = "User-Agent", value = "directory")
public interface GitHub {

    @GET
    @Path("/orgs/{name}")
    Organization organization(String name);

    record Organization(String description, Plan plan) {}

    /** What an organization pays for, which only its owners see. */
    record Plan(String name) {}
}
