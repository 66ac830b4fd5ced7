using PilotRegistry.EventStore;
using PilotRegistry.Methodology;

namespace PilotRegistry.Contracts;

/// <summary>The park submitted a year; this version can never be edited, only followed by another.</summary>
/// <param name="Version">1 for the first submission of the year.</param>
/// <param name="Reported">What the official method makes of the data.</param>
/// <param name="Reason">Why a year is submitted again; null for the first version.</param>
[StoredAs("submission.year-submitted.v1")]
public sealed record YearSubmitted(Guid ParkId, int Year, int Version, ActivityData Data, Result Reported, string? Reason) : ParkEvent;

/// <summary>The park disclosed the verified year; reported and verified values are public from now on.</summary>
[StoredAs("submission.year-disclosed.v1")]
public sealed record YearDisclosed(Guid ParkId, int Year, int Version, Guid VerificationId) : ParkEvent;
