package com.example;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/** Serves what it reads of organizations on GitHub. */
@SpringBootApplication
public class Directory {

    public static void main(String[] args) {
        SpringApplication.run(Directory.class, args);
    }

    @Bean
    RestClient github(@Value("${github.url}") String url, @Value("${github.token}") String token) {
        return RestClient.builder()
                .baseUrl(url)
                .defaultHeader("Authorization", "Bearer " + token)
                .defaultHeader("User-Agent", "directory")
                .build();
    }

    @Bean
    ResourceConfig jersey(RestClient github) {
        return new ResourceConfig().register(new Organizations(github));
    }

    /** Organizations, as this program shows them. */
    @Path("/organizations/{name}")
    public static class Organizations {

        private final RestClient github;

        Organizations(RestClient github) {
            this.github = github;
        }

        @GET
        public String description(@PathParam("name") String name) {
            return github.get().uri("/orgs/{name}", name).retrieve().body(Organization.class).description();
        }
    }

    record Organization(String description) {}
}
