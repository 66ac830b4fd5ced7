using Npgsql;

namespace PilotRegistry.Identity;

/// <summary>Every route of this service.</summary>
public static class IdentityRoutes
{
    public static void MapIdentity(this WebApplication app)
    {
        app.MapGet("/healthz", IsHealthyAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

        app.MapShowDiscovery();
        app.MapShowKeys();
        app.MapAuthorize();
        app.MapIssueTokens();
        app.MapRevokeToken();
        app.MapEndSession();

        app.MapSignIn();
        app.MapSignOut();
        app.MapShowMe();
        app.MapChangePassword();
        app.MapChooseEmail();
        app.MapListColleagues();
        app.MapListExperts();
        app.MapListAddressees();
        app.MapListOrganisations();
        app.MapAddOrganisation();
        app.MapListAccounts();
        app.MapCreateAccount();
        app.MapResetPassword();
        app.MapDisableAccount();
        app.MapMakeClient();
        app.MapListClients();
        app.MapRotateClientSecret();
        app.MapRevokeClient();
    }

    private static async Task<IResult> IsHealthyAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select 1");
        await command.ExecuteScalarAsync(ct);
        return Results.Text("healthy");
    }
}
