// Reads an organization and changes it, by the client that openapi-generator made.
import org.openapitools.client.apis.OrganizationsApi
import org.openapitools.client.infrastructure.ApiClient
import org.openapitools.client.infrastructure.ClientException
import org.openapitools.client.models.OrganizationUpdate
import kotlin.system.exitProcess

fun main(arguments: Array<String>) {
    ApiClient.accessToken = "ghp_ownerowner"
    val organizations = OrganizationsApi(arguments[0])
    val change = OrganizationUpdate(
        company = "Of Kotlin",
        defaultRepositoryPermission = OrganizationUpdate.DefaultRepositoryPermission.write,
    )
    check(organizations.orgsUpdate("acme", organizationUpdate = change).company == "Of Kotlin")
    check(organizations.orgsGet("acme").company == "Of Kotlin")
    val refusal = try {
        organizations.orgsGet("nobody").login
    } catch (e: ClientException) {
        e.statusCode
    }
    check(refusal == 404) { refusal.toString() }
    println("reads and changes an organization, and is told what there is not")
    exitProcess(0) // the threads of OkHttp linger
}
