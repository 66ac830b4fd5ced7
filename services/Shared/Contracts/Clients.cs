using PilotRegistry.Methodology;
using RestEase;

namespace PilotRegistry.Contracts;

/// <summary>What other services may know about a park on the list.</summary>
/// <param name="PublishedOn">When that list was published.</param>
public sealed record RegisteredPark(Guid ParkId, ParkFacts Facts, string Batch, DateOnly PublishedOn);

/// <summary>Parks on the list.</summary>
public sealed record RegisteredParks(IReadOnlyList<RegisteredPark> Items);

/// <summary>The registration service, asked with the caller's own token.</summary>
public interface IRegistration
{
    /// <summary>A park on the national list; 404 when it is not on it.</summary>
    [Get("parks/{id}")]
    [AllowAnyStatusCode]
    Task<Response<RegisteredPark>> GetParkAsync([Path] Guid id, CancellationToken cancel);

    /// <summary>The listed parks of one management body.</summary>
    [Get("parks")]
    [AllowAnyStatusCode]
    Task<Response<RegisteredParks>> ListParksAsync([Query] Guid managementBody, CancellationToken cancel);
}

/// <summary>A year as its park submitted it, oldest version first; drafts are nobody else's business.</summary>
/// <param name="Park">The park's facts as the registry knew them when the year was opened.</param>
/// <param name="DisclosedVersion">The version that is public; null while none is.</param>
public sealed record ReportedYear(
    Guid Id, Guid ParkId, ReportingPark Park, int Year, IReadOnlyList<ReportedVersion> Versions, int? DisclosedVersion);

/// <summary>Who reports: what rules and lists need to know about a park.</summary>
public sealed record ReportingPark(string Name, string Province, Guid ManagementBodyId, bool Demo);

/// <summary>One submitted version; it never changes.</summary>
/// <param name="Reason">Why the year was submitted again; null for the first version.</param>
/// <param name="Signals">All signals of this version, each with the park's answer.</param>
public sealed record ReportedVersion(
    int Version, DateTimeOffset At, string? Reason, ActivityData Data, Result Result, IReadOnlyList<AnsweredSignal> Signals,
    EnterpriseCoverage? Coverage, string? EnterprisesHash, HourlyMatched? Matching = null);

/// <summary>The submission service, asked with the caller's own token.</summary>
public interface ISubmission
{
    /// <summary>A reported year; 404 when there is none or the caller may not see it.</summary>
    [Get("submissions/{id}")]
    [AllowAnyStatusCode]
    Task<Response<ReportedYear>> GetSubmissionAsync([Path] Guid id, CancellationToken cancel);
}

/// <summary>A verification of one submitted version.</summary>
/// <param name="Statement">Null until it is signed.</param>
public sealed record VerifiedYear(
    Guid Id, Guid ParkId, int Year, Guid SubmissionId, int SubmissionVersion, Guid BodyId, string BodyName, SignedStatement? Statement);

/// <summary>What the lead verifier signed.</summary>
/// <param name="Verified">Computed by the official method from the verified data.</param>
public sealed record SignedStatement(Opinion Opinion, Assurance Assurance, DateTimeOffset SignedAt, Result Verified);

/// <summary>The verification service, asked with the caller's own token.</summary>
public interface IVerification
{
    /// <summary>A verification; 404 when there is none or the caller may not see it.</summary>
    [Get("verifications/{id}")]
    [AllowAnyStatusCode]
    Task<Response<VerifiedYear>> GetVerificationAsync([Path] Guid id, CancellationToken cancel);
}

/// <summary>Whether a decision goes through a task.</summary>
/// <param name="UsedUp">Not granted because the drawing allows the task to end so only so often.</param>
public sealed record Permit(bool Granted, bool UsedUp = false);

/// <summary>The host of the processes, asked with the caller's own token.</summary>
public interface IWorkflows
{
    /// <summary>Whether the caller has an open task of one of these kinds on this case that may end so, or is having one recorded under this command.</summary>
    /// <param name="outcome">How the decision ends the task; null where what is decided says it.</param>
    [Get("permits")]
    [AllowAnyStatusCode]
    Task<Response<Permit>> AskPermitAsync([Query("kind")] IReadOnlyList<string> kinds, [Query("case")] Guid thing, [Query] string? outcome, [Query] Guid? command, CancellationToken cancel);
}
