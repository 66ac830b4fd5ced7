using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>The operator lets somebody in. The first password is random, shown once, and handed over by other means.</summary>
public static class CreateAccount
{
    public sealed record Request(
        [Required, MinLength(3), MaxLength(64), RegularExpression("[a-z0-9][a-z0-9._@-]*")] string Username,
        [Required, MaxLength(200)] string DisplayName,
        [Required, MaxLength(32)] string Role,
        Guid OrganisationId,
        [RegularExpression("[0-9]{6}")] string? Province = null,
        Guid? ParkId = null,
        [MaxLength(254), RegularExpression(ChooseEmail.Address)] string? Email = null);

    public sealed record Created(Guid Id, string Password);

    public static void MapCreateAccount(this IEndpointRouteBuilder routes) => routes
        .MapPost("/accounts", HandleAsync)
        .RequireAuthorization("Operator")
        .HoldsSecret()
        .WithName("CreateAccount")
        .WithSummary("Create an account with a random first password")
        .Produces<Created>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> HandleAsync(
        Request request, UserManager<Account> users, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        var errors = Check(request, await db.Organisations.AnyAsync(o => o.Id == request.OrganisationId, ct));
        if (errors.Count > 0) return Problems.Invalid(errors);

        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = request.Username,
            DisplayName = request.DisplayName,
            Role = request.Role,
            OrganisationId = request.OrganisationId,
            Province = request.Province,
            ParkId = request.ParkId,
            Created = clock.GetUtcNow(),
            Email = request.Email
        };
        var password = Passwords.New();
        var outcome = await users.CreateAsync(account, password);
        if (outcome.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)))
            throw new BadRequestException(409, "username-taken", "Somebody already has this name.");
        return outcome.Succeeded
            ? Results.Created($"/accounts/{account.Id}", new Created(account.Id, password))
            : throw new InvalidOperationException(outcome.ToString());
    }

    /// <summary>Which scope belongs to which role (the domain's table of roles).</summary>
    internal static IReadOnlyList<FieldError> Check(Request request, bool organisationExists)
    {
        var errors = new List<FieldError>();
        var isRegional = request.Role is Roles.City or Roles.Province;
        if (!Roles.All.Contains(request.Role) || request.Role == Roles.Service)
            errors.Add(new("/role", "unknown-role", "There is no such role for people."));
        if (!organisationExists) errors.Add(new("/organisationId", "unknown-organisation", "There is no such organisation."));
        if (isRegional && request.Province is null) errors.Add(new("/province", "required", "A reviewer of a city or province needs its province."));
        if (!isRegional && request.Role != Roles.Park && request.Province is not null)
            errors.Add(new("/province", "not-for-this-role", "This role acts for the whole country."));
        if (request.Role != Roles.Park && request.ParkId is not null)
            errors.Add(new("/parkId", "not-for-this-role", "Only a park's account can be narrowed to a park."));
        return errors;
    }
}
