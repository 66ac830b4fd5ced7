using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>
/// The sign-in page sends name and password. Unknown name, wrong password, locked and disabled get one answer after the
/// same work, so that nobody learns which names exist.
/// </summary>
public static class SignIn
{
    public sealed record Request([Required, MaxLength(256)] string Username, [Required, MaxLength(256)] string Password);

    public static void MapSignIn(this IEndpointRouteBuilder routes) => routes
        .MapPost("/sessions", HandleAsync)
        .AllowAnonymous()
        .AddEndpointFilter<SameOrigin>()
        .HoldsSecret()
        .WithName("SignIn")
        .WithSummary("Sign in with name and password; sets the issuer's cookie")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> HandleAsync(
        Request request, HttpContext http, UserManager<Account> users, SignInAttempts attempts, Sessions sessions, CancellationToken ct)
    {
        if (!attempts.MayTry(users.NormalizeName(request.Username)!))
            throw new BadRequestException(429, "too-many-requests", "Too many tries for this name; wait a minute.");
        if (await FindAsync(users, request) is not { } account)
            throw new BadRequestException(401, "sign-in-refused", "Name or password is wrong, or the account is locked for a few minutes.");
        await sessions.StartAsync(http, account, ct);
        return Results.NoContent();
    }

    private static async Task<Account?> FindAsync(UserManager<Account> users, Request request)
    {
        var account = await users.FindByNameAsync(request.Username);
        if (account is null || await users.IsLockedOutAsync(account))
        {
            users.PasswordHasher.VerifyHashedPassword(account!, Nobody.Hash(users), request.Password);
            return null;
        }
        if (!await users.CheckPasswordAsync(account, request.Password))
        {
            await users.AccessFailedAsync(account);
            return null;
        }
        await users.ResetAccessFailedCountAsync(account);
        return account.Disabled is null ? account : null;
    }

    /// <summary>A hash to compare with where there is none: takes as long as a real one.</summary>
    private static class Nobody
    {
        private static string? hash;

        public static string Hash(UserManager<Account> users) => hash ??= users.PasswordHasher.HashPassword(null!, Secret.New());
    }
}

/// <summary>So many tries a minute for one name, right or wrong; behind it stands the lockout after five wrong ones.</summary>
public sealed class SignInAttempts(IOptions<IdentitySettings> settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(name =>
        RateLimitPartition.GetFixedWindowLimiter(name, _ => new() { PermitLimit = settings.Value.SignInTriesPerMinute, Window = TimeSpan.FromMinutes(1) }));

    public bool MayTry(string normalizedName)
    {
        using var lease = limiter.AttemptAcquire(normalizedName);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
