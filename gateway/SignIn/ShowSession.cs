using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>Tells our own pages who is signed in, and the token that their unsafe requests must carry.</summary>
public static class ShowSession
{
    public sealed record Session(bool SignedIn, JsonElement? Me, string? Antiforgery);

    public static void MapShowSession(this IEndpointRouteBuilder routes) => routes
        .MapGet("/bff/session", HandleAsync)
        .AllowAnonymous();

    private static async Task HandleAsync(HttpContext http, IHttpClientFactory clients, ClusterAddresses clusters, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var signedIn = await http.AuthenticateAsync(SessionHandler.Scheme);
        if (signedIn.Failure is not null)
            await http.ChallengeAsync(SessionHandler.Scheme);
        else if (http.Features.Get<BrowserSession>() is { } session)
            await WriteAsync(http, new(SignedIn: true, await AskAsync(clients, clusters.Of("identity"), session, ct), session.Antiforgery));
        else
            await WriteAsync(http, new(SignedIn: false, Me: null, Antiforgery: null));
    }

    private static Task WriteAsync(HttpContext http, Session session) => http.Response.WriteAsJsonAsync(session, RegistryJson.Http, http.RequestAborted);

    private static async Task<JsonElement?> AskAsync(IHttpClientFactory clients, string address, BrowserSession session, CancellationToken ct)
    {
        using var http = clients.CreateClient(nameof(ShowSession));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session.Tokens.Access);
        try
        {
            using var answer = await http.SendAsync(request, ct);
            return answer.IsSuccessStatusCode ? JsonElement.Parse(await answer.Content.ReadAsStringAsync(ct)) : null;
        }
        catch (HttpRequestException away)
        {
            throw new ServiceUnavailableException("The service identity does not answer; try again in a moment.", away);
        }
    }
}
