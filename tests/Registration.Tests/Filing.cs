using System.Net.Http.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>An application that a test made through the API.</summary>
public sealed record Filed(Guid Id, Guid ParkId, long Version)
{
    public string Path => $"/applications/{Id}";

    public Filed Later(int steps = 1) => this with { Version = Version + steps };
}

/// <summary>Brings an application to where a test begins, by the API alone.</summary>
internal static class Filing
{
    public static async Task<Filed> StartedAsync(this RegistrationService service, Persona? by = null, string province = Persona.Jiangsu)
    {
        using var created = await service.As(by ?? Persona.OfPark).PostAsJsonAsync("/applications", Fixtures.Request(province: province));
        var started = await created.BodyAsync();
        return new(started.GetProperty("id").GetGuid(), started.GetProperty("parkId").GetGuid(), Version: 1);
    }

    public static async Task<Filed> WrittenAsync(this RegistrationService service, Persona? by = null, string province = Persona.Jiangsu)
    {
        var filed = await service.StartedAsync(by, province);
        foreach (var chapter in Enum.GetNames<Chapter>())
        {
            var path = $"{filed.Path}/chapters/{chapter.ToLowerInvariant()}";
            using var written = await service.As(by ?? Persona.OfPark).SendAsync(HttpMethod.Put, path, new { text = chapter }, filed.Version);
            written.EnsureSuccessStatusCode();
            filed = filed.Later();
        }

        return filed;
    }

    public static async Task<Filed> SubmittedAsync(this RegistrationService service, Persona? by = null, string province = Persona.Jiangsu)
    {
        var filed = await service.WrittenAsync(by, province);
        using var submitted = await service.As(by ?? Persona.OfPark).SendAsync(HttpMethod.Post, $"{filed.Path}/submission", null, filed.Version);
        submitted.EnsureSuccessStatusCode();
        return filed.Later();
    }

    public static async Task<Filed> RecommendedAsync(this RegistrationService service, string batch = Fixtures.Batch)
    {
        var filed = await service.SubmittedAsync();
        using var recommended = await service.As(Persona.OfProvince).CommandAsync(
            $"{filed.Path}/recommendation", new { batch, reasons = "同意推荐。" }, filed.Version);
        recommended.EnsureSuccessStatusCode();
        return filed.Later();
    }

    public static async Task<string> GiveAsync(this RegistrationService service, Persona by, Filed filed, string command, object? body)
    {
        using var answer = await service.As(by).SendAsync(HttpMethod.Post, $"{filed.Path}/{command}", body, filed.Version);
        return await answer.VerdictAsync();
    }
}
