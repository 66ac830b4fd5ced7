using System.Text.Json;
using PilotRegistry.EventStore;

namespace PilotRegistry.Contracts;

/// <summary>What the application says about the park, and what the list repeats.</summary>
/// <param name="Province">Six-digit code (GB/T 2260; 660000 is our key for 新疆生产建设兵团).</param>
/// <param name="ConstructionStart">First year of the construction period (建设周期).</param>
/// <param name="ConstructionEnd">Its last year; 2 to 5 years in practice.</param>
/// <param name="Latitude">A pin on the map in degrees, not a survey.</param>
/// <param name="ManagementBodyId">The organisation (园区管理机构) whose accounts act for the park; null for parks taken over from a published list.</param>
/// <param name="FourBounds">四至边界 in words.</param>
/// <param name="Boundary">GeoJSON geometry, WGS 84.</param>
/// <param name="BaseYear">基准年; 2025 for the first list.</param>
/// <param name="Demo">Played for demonstration; shown with 演示 everywhere.</param>
public sealed record ParkFacts(
    string Name, string Province, string City, ParkScope Scope, int ConstructionStart, int ConstructionEnd,
    decimal Latitude, decimal Longitude, string IndustryGroup, Guid? ManagementBodyId, string? FourBounds,
    JsonElement? Boundary, int BaseYear, IReadOnlyList<Target> Targets, bool Demo);

/// <summary>The park put its application before the province; from now on its basic facts are public.</summary>
/// <param name="KeyProjects">重点项目; public once the park is listed. Null when the application names none, and in events of before.</param>
[StoredAs("registration.application-submitted.v1")]
public sealed record ApplicationSubmitted(Guid ParkId, ParkFacts Park, int Round, IReadOnlyList<KeyProject>? KeyProjects = null) : ParkEvent;

/// <summary>The province returned the application for correction (退回补正).</summary>
[StoredAs("registration.application-returned.v1")]
public sealed record ApplicationReturned(Guid ParkId, string Reasons) : ParkEvent;

/// <summary>The province recommended the park in a batch.</summary>
[StoredAs("registration.application-recommended.v1")]
public sealed record ApplicationRecommended(Guid ParkId, string Batch, string Reasons) : ParkEvent;

/// <summary>The application was refused, by the province or by the nation.</summary>
[StoredAs("registration.application-refused.v1")]
public sealed record ApplicationRefused(Guid ParkId, string By, string Reasons) : ParkEvent;

/// <summary>The park stands on the national construction list (国家级零碳园区建设名单).</summary>
/// <param name="ListNumber">Its number on the published list; null when the list gives none.</param>
/// <param name="Document">The document that published the list, e.g. 发改办环资〔2025〕1082号.</param>
/// <param name="Source">Where the facts come from and how sure they are.</param>
[StoredAs("registration.park-listed.v1")]
public sealed record ParkListed(
    Guid ParkId, ParkFacts Park, string Batch, int? ListNumber, string Document, DateOnly PublishedOn, string Source, string Reasons)
    : ParkEvent;

/// <summary>The nation approved another boundary for a park on the list (调整边界).</summary>
/// <param name="FourBounds">四至边界 in words, whole, as they are from now on.</param>
/// <param name="Boundary">GeoJSON geometry, WGS 84; null when the approval draws none.</param>
/// <param name="ValidFrom">The first accounting year (核算年度) it applies to.</param>
/// <param name="Document">The document that approved it.</param>
/// <param name="PublishedOn">The date of that document.</param>
/// <param name="Source">Where the outline comes from and how sure it is.</param>
[StoredAs("registration.boundary-changed.v1")]
public sealed record BoundaryChanged(
    Guid ParkId, string FourBounds, JsonElement? Boundary, int ValidFrom, string Document, DateOnly PublishedOn, string Source, string Reasons)
    : ParkEvent;
