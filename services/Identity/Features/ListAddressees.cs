using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>Whom the processes may write to: those of a role who have to do with a case, or one person. Asked when a mail is due and kept nowhere else.</summary>
public static class ListAddressees
{
    /// <param name="Email">Null where the person chose none.</param>
    public sealed record Addressee(Guid Id, string DisplayName, string? Email);

    public sealed record All(IReadOnlyList<Addressee> Items);

    public static void MapListAddressees(this IEndpointRouteBuilder routes) => routes
        .MapGet("/addressees", HandleAsync)
        .RequireAuthorization("WorkflowsClient")
        .WithName("ListAddressees")
        .WithSummary("Active accounts that a notice is for, with their addresses");

    /// <param name="person">That person alone.</param>
    /// <param name="role">All of a role, within the bounds that follow.</param>
    /// <param name="province">Accounts of other provinces are left out, those of the whole country are not.</param>
    /// <param name="organisation">Accounts of this organisation only.</param>
    /// <param name="park">Accounts that are narrowed to another park are left out.</param>
    private static async Task<JsonAnswer<All>> HandleAsync(
        IdentityDb db, Guid? person, string? role, string? province, Guid? organisation, Guid? park, CancellationToken ct) => Answer.Of(new All(await db.Users
        .Where(account => account.Disabled == null && (person != null ? account.Id == person : account.Role == role))
        .Where(account => person != null || (
            (province == null || account.Province == null || account.Province == province)
            && (organisation == null || account.OrganisationId == organisation)
            && (park == null || account.ParkId == null || account.ParkId == park)))
        .OrderBy(account => account.Id)
        .Select(account => new Addressee(account.Id, account.DisplayName, account.Email))
        .ToListAsync(ct)));
}
