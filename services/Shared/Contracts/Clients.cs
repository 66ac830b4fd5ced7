using RestEase;

namespace PilotRegistry.Contracts;

/// <summary>What other services may know about a park on the list.</summary>
public sealed record RegisteredPark(Guid ParkId, ParkFacts Facts, string Batch);

/// <summary>The registration service, asked with the caller's own token.</summary>
public interface IRegistration
{
    /// <summary>A park on the national list; 404 when it is not on it.</summary>
    [Get("parks/{id}")]
    [AllowAnyStatusCode]
    Task<Response<RegisteredPark>> GetParkAsync([Path] Guid id, CancellationToken cancel);
}
