using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Verification.Features;

/// <summary>
/// The leader of the team signs: nobody of the body can sign for another, since the signer is the caller. Verified values
/// are computed by the official method from the verified data and never typed. Nothing follows a statement.
/// </summary>
public static class SignStatement
{
    public static readonly Refusal TeamMissing = new("team-missing", "Name the team first; a statement is signed by its leader.");
    public static readonly Refusal NotLeader = new("not-team-leader", "Only the leader of the named team signs the statement.");
    public static readonly Refusal FindingsOpen = new("findings-open", "Corrective actions or clarifications are open; close them before signing.");
    public static readonly Refusal MaterialMisstatement = new("material-misstatement", "The verified total differs materially from the reported one; an unmodified opinion is not possible.");

    /// <param name="Data">The verified data (ActivityData); left out when the submitted data stands as it is.</param>
    public sealed record Request(
        Opinion Opinion,
        Assurance Assurance,
        [Required, StringLength(8000, MinimumLength = 2)] string Text,
        JsonElement? Data = null);

    /// <param name="Hash">Of what was signed, as <see cref="CanonicalJson"/> writes it.</param>
    public sealed record Signed(Guid Id, long Version, string Hash);

    /// <summary>What the signer puts the name to, before anybody asks whether he may.</summary>
    public static StatementSigned Draw(VerificationState state, Request request, ActivityData data, Result verified, Guid signer) => new(
        state.Engaged!.ParkId, state.Engaged.Year, state.Engaged.SubmissionId, state.Engaged.SubmissionVersion, state.Engaged.BodyId,
        state.Engaged.BodyName, request.Opinion, request.Assurance, state.Findings.Count, data, verified, request.Text, signer);

    public static Decision Decide(VerificationState state, StatementSigned statement, BodyAccount caller) => state switch
    {
        { Statement: { } signed } when RegistryJson.Same(signed, statement) => Decision.Nothing,
        _ when VerificationRules.Check(state, caller) is { } refusal => refusal,
        { Team: null } => TeamMissing,
        _ when state.Team.Leader != caller.AccountId || statement.SignedBy != caller.AccountId => NotLeader,
        _ when state.Findings.Values.Any(f => f.Blocks) => FindingsOpen,
        _ when statement.Opinion == Opinion.Unmodified && Misstatement.Between(state.Report!.Reported, statement.Verified) is { IsMaterial: true } far => Say(far),
        _ => statement
    };

    public static void MapSignStatement(this IEndpointRouteBuilder routes) => routes
        .MapPost("/verifications/{id:guid}/statement", Handle)
        .RequireAuthorization("LeadVerifier")
        .WithName(nameof(SignStatement))
        .WithSummary("Sign the statement")
        .Produces<Signed>();

    private static async Task<IResult> Handle(
        Guid id, Request request, IfMatch seen, Store store, RulePacks packs, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var (state, _) = await store.LoadAsync(VerificationState.Stream, id, cancel);
        var caller = await store.BodyAccountAsync(user, clock, cancel);
        return (state.Report is null ? null : Verify(request, state.Report, packs)) switch
        {
            null => Results.NotFound(),
            (var data, { Result: { } verified }) => await SignAsync(data!, verified),
            (_, { Problems: var problems }) => problems.ToHttp("/data")
        };

        async Task<IResult> SignAsync(ActivityData data, Result verified)
        {
            StatementSigned? drawn = null;
            return await store
                .ExecuteAsync(VerificationState.Stream, id, seen.Version, now => Decide(now, drawn = Draw(now, request, data, verified, caller.AccountId), caller), cancel)
                .ToHttpAsync(done => new Signed(done.Id, done.Version, CanonicalJson.Hash(drawn!)));
        }
    }

    /// <summary>By the rule pack of the report unless the verifier names one: two packs would be two yardsticks.</summary>
    private static Verified Verify(Request request, ReportReceived report, RulePacks packs)
    {
        var read = request.Data is { } given ? ActivityDataReader.Read(given) : ReadingOutcome.Of(report.Data);
        var pack = report.Reported.RulePacks[0];
        var pinned = read.Data is { RulePack: null } data ? ReadingOutcome.Of(data with { RulePack = $"{pack.Id}@{pack.Version}" }) : read;
        return new(read.Data, pinned.Compute(report.Reported.Year, packs));
    }

    private sealed record Verified(ActivityData? Data, CalculationOutcome Outcome);

    private static Refusal Say(Misstatement far) => MaterialMisstatement with
    {
        Message = FormattableString.Invariant(
            $"The verified total differs by {far.Difference:0.##} t from the reported one, more than {Settings.Materiality.Value:P0} of it ({far.Threshold:0.##} t). ")
            + "Choose another opinion, or have the park submit a corrected version.",
    };
}
