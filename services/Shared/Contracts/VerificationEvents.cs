using PilotRegistry.EventStore;
using PilotRegistry.Methodology;

namespace PilotRegistry.Contracts;

/// <summary>What the verifier concludes: 无保留 · 保留 · 否定 · 无法表示意见.</summary>
public enum Opinion
{
    Unmodified,
    Modified,
    Adverse,
    Disclaimer,
}

/// <summary>合理保证 or 有限保证.</summary>
public enum Assurance
{
    Reasonable,
    Limited,
}

/// <summary>The park engaged an accredited body to verify a year.</summary>
[StoredAs("verification.body-engaged.v1")]
public sealed record BodyEngaged(Guid ParkId, int Year, Guid SubmissionId, int SubmissionVersion, Guid BodyId, string BodyName) : ParkEvent;

/// <summary>The body's lead verifier signed the statement; the verified values are computed from the verified data.</summary>
/// <param name="Findings">How many findings were raised and, but for forward actions and observations, closed.</param>
/// <param name="SignedBy">The account of the lead verifier, never a name.</param>
[StoredAs("verification.statement-signed.v1")]
public sealed record StatementSigned(
    Guid ParkId, int Year, Guid SubmissionId, int SubmissionVersion, Guid BodyId, string BodyName, Opinion Opinion,
    Assurance Assurance, int Findings, ActivityData Data, Result Verified, string Text, Guid SignedBy) : ParkEvent;
