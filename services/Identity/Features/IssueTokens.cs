namespace PilotRegistry.Identity;

/// <summary>The token endpoint (RFC 6749, 3.2): who asks, and with what.</summary>
public static class IssueTokens
{
    public static void MapIssueTokens(this IEndpointRouteBuilder routes) => routes
        .MapPost("/connect/token", HandleAsync)
        .AllowAnonymous()
        .ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        HttpRequest request, ClientAuthentication clients, RedeemCode codes, RotateRefreshToken refreshes, ActAsClient machines, CancellationToken ct)
    {
        if (await OAuthParameters.ReadAsync(request, ct) is not { } form) return OAuthRefusal.Malformed;
        if (await clients.FindAsync(request, form, ct) is not { } client) return OAuthRefusal.UnknownClient;
        return form["grant_type"] switch
        {
            "authorization_code" => await codes.HandleAsync(client, form, ct),
            "refresh_token" => await refreshes.HandleAsync(client, form, ct),
            "client_credentials" => await machines.HandleAsync(client, form, ct),
            null => OAuthRefusal.Malformed,
            _ => new OAuthRefusal("unsupported_grant_type", "authorization_code, refresh_token or client_credentials.")
        };
    }
}
