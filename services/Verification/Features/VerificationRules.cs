using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Verification.Features;

/// <summary>The caller as an account of a verification body.</summary>
/// <param name="IsAccredited">Whether the body's accreditation is in force today; when it ends, so does access.</param>
public sealed record BodyAccount(Guid AccountId, Guid BodyId, bool IsAccredited);

/// <summary>What several commands on a verification share.</summary>
public static class VerificationRules
{
    public static readonly Refusal NotYourPark = new("not-your-park", "This park belongs to another management body.");
    public static readonly Refusal NotYourVerification = new("not-your-verification", "Another verification body is engaged for this year.");
    public static readonly Refusal NotAccredited = new("not-accredited", "The body's accreditation is not in force; it must be accredited before it may go on.");
    public static readonly Refusal NotOpen = new("verification-not-open", "The statement is signed; nothing can be added to this verification.");
    public static readonly Refusal NotInTeam = new("not-in-team", "Only members of the named team work on this verification; the lead verifier names them.");
    public static readonly Refusal FindingUnknown = new("finding-unknown", "This verification has no finding of that number.");
    public static readonly Refusal FindingClosed = new("finding-closed", "This finding is closed.");

    /// <summary>Whether the body behind this account may work on the verification at all; null when it may.</summary>
    public static Refusal? Check(VerificationState state, BodyAccount caller) => state switch
    {
        _ when state.Engaged?.BodyId != caller.BodyId => NotYourVerification,
        _ when !caller.IsAccredited => NotAccredited,
        { Statement: not null } => NotOpen,
        _ => null
    };

    /// <summary>Whether this account may raise, return and close findings; null when it may.</summary>
    public static Refusal? CheckMember(VerificationState state, BodyAccount caller) =>
        Check(state, caller) ?? (state.HasInTeam(caller.AccountId) ? null : NotInTeam);

    public static async Task<BodyAccount> BodyAccountAsync(this Store store, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var body = (await store.LoadAsync(BodyState.Stream, user.Organisation(), cancel)).State;
        return new(user.Id(), user.Organisation(), body.IsAccreditedOn(Contracts.Beijing.Today(clock)));
    }
}
