using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Certificates;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Enterprises;
using PilotRegistry.Submission.Evidence;
using PilotRegistry.Submission.Matching;
using PilotRegistry.Submission.OverTime;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>
/// The park submits the year: a version that nobody can edit. It may submit again with a reason, also after disclosure
/// (a restatement); every version stays in the record.
/// </summary>
public static class SubmitYear
{
    public static readonly Refusal DraftMissing = new("draft-missing", "There is no data to submit; save a draft first.");
    public static readonly Refusal YearNotFinished = new("year-not-finished", "A year can be submitted when it is over in Beijing, from 1 January of the next year.");
    public static readonly Refusal DraftOutdated = new("draft-outdated", "The draft no longer fits the rule pack; open it, correct the fields that are marked, and save it.");
    public static readonly Refusal ReasonMissing = new("reason-missing", "This year was submitted before; say why it is submitted again.");

    public static readonly Refusal DraftChanged = new("draft-changed", "The draft was changed meanwhile; look at it again before you submit it.");

    public static readonly Refusal WarningsUnanswered = new("warnings-unanswered", "Some warnings are neither corrected nor answered; give a reason for each.");

    public static readonly Refusal EvidenceNotUploaded = new("evidence-not-uploaded", "A line names an evidence file that is not uploaded for this year; upload it, or remove the mention.");

    public static readonly Refusal CertificatesDoNotAddUp = new("certificates-do-not-add-up", "The certificates named and the electricity reported as covered by them are not the same amount.");

    public static readonly Refusal CertificateClaimed = new("certificate-claimed", "A certificate is claimed for another year already; each counts once, for one park and one year.");

    /// <param name="Reason">Why the year is submitted again; not kept for the first version.</param>
    /// <param name="DraftVersion">The draft that was looked at; left out by whoever means it as it stands.</param>
    public sealed record Request([MaxLength(4000)] string? Reason = null, long? DraftVersion = null);

    /// <param name="draft">With what the official method makes of it; <paramref name="computed"/> is null when it holds nothing.</param>
    /// <param name="certificates">What the draft names.</param>
    /// <param name="matched">What the hours amount to that the draft has.</param>
    /// <param name="salt">Random: keeps the hash of the enterprises' data from being guessed.</param>
    public static Decision Decide(
        SubmissionState state, Request request, Draft draft, ComputedDraft? computed, NamedCertificates certificates, ManagementBody body,
        DateOnly today, string salt, HourlyMatched? matched = null) => state switch
        {
            _ when !state.Is(body) => SubmissionRules.NotYourPark,
            { Last: not null } when computed is null => Decision.Nothing,
            _ when computed is null => DraftMissing,
            _ when (request.DraftVersion ?? draft.Version) != draft.Version => DraftChanged,
            _ when today.Year <= state.Year => YearNotFinished,
            _ when computed.Result is null => DraftOutdated,
            { Last: not null } when string.IsNullOrWhiteSpace(request.Reason) => ReasonMissing,
            _ when computed.NotUploaded.Count > 0 => EvidenceNotUploaded,
            _ when certificates.Contradicts(computed.Rolled.Data) is { } why => CertificatesDoNotAddUp with { Message = $"{CertificatesDoNotAddUp.Message} {why}" },
            _ when computed.Signals.Open().ToArray() is { Length: > 0 } open => Name(open),
            _ => Submit(state, state.Last is null ? null : request.Reason!.Trim(), computed, computed.Result, certificates, matched, salt)
        };

    public static void MapSubmitYear(this IEndpointRouteBuilder routes) => routes
        .MapPost("/submissions/{id:guid}/submission", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(SubmitYear))
        .WithSummary("Submit the year")
        .Produces<Done>()
        .ProducesProblem(StatusCodes.Status409Conflict);

    /// <summary>The draft is locked while it is decided on, and gone with the same commit that records the version.</summary>
    private static async Task<IResult> Handle(
        Guid id, Request request, IfMatch seen, Store store, DraftTable drafts, CertificateTable certificates, HourlyTable hourly, ViewReader views,
        Surroundings surroundings, RulePacks packs, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var year = (await views.FindAsync(SubmissionContents.View, id, cancel))?.Row;
        var around = year is null ? YearSurroundings.None : await surroundings.OfAsync(id, year, cancel);
        IReadOnlyList<EvidenceMention> missing = [];
        var outcome = await store
            .TransactAsync(
                SubmissionState.Stream, id, seen.Version,
                async (state, transaction) =>
                {
                    var draft = await DraftTable.LockAsync(id, transaction, cancel);
                    await drafts.ClearAsync(id, user.Id(), transaction, cancel);
                    var matched = (await hourly.DraftedAsync(id, cancel, transaction)).Matched;
                    var computed = (draft.Data ?? await OnlyBesideAsync(matched, transaction)) is { } data
                        ? ComputedDraft.Of(data, state.Year, packs, around with { Matching = matched }) : null;
                    var named = new NamedCertificates(await certificates.DraftedAsync(id, cancel, transaction));
                    var decision = Decide(
                        state, request, draft, computed, named, user.AsBody(), clock.Today(), RandomNumberGenerator.GetHexString(64, lowercase: true), matched);
                    missing = decision.Refusal == EvidenceNotUploaded ? computed!.NotUploaded : [];
                    return decision.Events.OfType<YearSubmitted>().SingleOrDefault() is { } submitted
                        && await CertificateTable.ClaimAsync(id, submitted.ParkId, submitted.Year, submitted.Version, transaction, cancel) is { } held
                            ? await ClaimedAsync(held, state.ParkId, views, cancel)
                            : decision;
                },
                cancel);
        return missing.Count > 0 ? missing.AsProblems().ToHttp() : CommandAnswers.From(outcome);

        // Other certificates or hours for the same data are a new version of the year too.
        async Task<YearDraft?> OnlyBesideAsync(HourlyMatched? matched, NpgsqlTransaction transaction) =>
            year?.Row.LastVersion is > 0 and { } last && (year.HasOther(matched) || await certificates.DiffersAsync(id, last, cancel, transaction)) ? year.LastAsDraft() : null;
    }

    /// <summary>Names the year, and the park when that is public or the same.</summary>
    private static async Task<Decision> ClaimedAsync(ClaimedElsewhere held, Guid park, ViewReader views, CancellationToken cancel)
    {
        var other = await views.FindAsync(SubmissionRow.View, held.SubmissionId, cancel);
        var name = held.ParkId == park || other?.Row.DisclosedVersion is not null ? other!.Row.Park.Name : null;
        var holder = held.ParkId == park ? "this park" : name ?? "another park, whose year is not public yet";
        var facts = new Dictionary<string, string> { ["number"] = held.Number, ["year"] = held.Year.ToString(CultureInfo.InvariantCulture) };
        if (name is not null)
        {
            facts["park"] = name;
        }

        return CertificateClaimed with { Message = $"{CertificateClaimed.Message} {held.Number}: {held.Year}, {holder}.", Facts = facts };
    }

    private static Decision Submit(
        SubmissionState state, string? reason, ComputedDraft computed, Result result, NamedCertificates certificates, HourlyMatched? matched,
        string salt)
    {
        var version = (state.Last?.Version ?? 0) + 1;
        var rows = computed.Draft.Enterprises.Count == 0 && !computed.Draft.NamesEnterprises()
            ? null
            : new EnterprisesReported(version, RolledUp.AsData(computed.Draft), computed.Draft.Enterprises, salt);
        var submitted = new YearSubmitted(
            state.ParkId, state.Year, version, computed.Rolled.Data.Published(), result, reason, computed.OverTime, computed.Draft.Answers, computed.Coverage, rows?.Hash(),
            certificates.Commitment(), matched);
        return rows is null ? submitted : Decision.Of(rows, submitted);
    }

    private static Refusal Name(IReadOnlyList<AnsweredSignal> open) => WarningsUnanswered with
    {
        Message = $"{WarningsUnanswered.Message} Unanswered: {string.Join(", ", open.Select(s => s.Key is null ? s.Id : $"{s.Id} ({s.Key})"))}.",
    };
}
