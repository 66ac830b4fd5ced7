using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PilotRegistry.Testing;

namespace PilotRegistry.Workflows.Host;

/// <summary>What reached the owning service.</summary>
public sealed record Heard(string Path, string? Key, string? IfMatch, string? Bearer, string? Language, string Body);

/// <summary>The services that own the facts, as a stub: each case answers as its test says.</summary>
public sealed class OwningServices : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, Func<IResult>> answers = [];
    private readonly ConcurrentDictionary<Guid, IResult> settlements = [];
    private Stub? stub;

    public ConcurrentDictionary<Guid, Heard> Heard { get; } = [];

    public string Address => stub!.Address;

    /// <summary>Who Identity says are experts.</summary>
    public IReadOnlyList<(Guid Id, string? Province)> Experts { get; set; } = [];

    /// <summary>Whom Identity knows, with addresses.</summary>
    public ConcurrentDictionary<Guid, (Persona Who, string Name, string? Email)> People { get; } = [];

    public static async Task<OwningServices> StartAsync()
    {
        var services = new OwningServices();
        services.stub = await Stub.StartAsync(routes =>
        {
            routes.MapPost("/commands/{id:guid}/settlement", (Guid id) => services.settlements.GetValueOrDefault(id) ?? Results.StatusCode(503));
            routes.MapPost("/{things}/{id:guid}/{command}", services.TakeAsync);
            routes.MapPost("/connect/token", () => Results.Json(new { access_token = "of-the-host", expires_in = 300 }));
            routes.MapGet("/addressees", services.Addressees);
            routes.MapGet("/experts", () => Stub.Json(new { items = services.Experts.Select(each => new { id = each.Id, province = each.Province }) }));
        });
        return services;
    }

    public void Answers(Guid thing, Func<IResult> answer) => answers[thing] = answer;

    /// <param name="version">Null when it never was and never will be recorded.</param>
    public void Settles(Guid command, long? version) => settlements[command] = Stub.Json(new { done = version is not null, version });

    public ValueTask DisposeAsync() => stub!.DisposeAsync();

    private IResult Addressees(Guid? person, string? role, string? province, Guid? organisation) => Stub.Json(new
    {
        items = People.Values
            .Where(each => person is null ? each.Who.Role == role && (province is null || each.Who.Province is null || each.Who.Province == province) && (organisation is null || each.Who.Organisation == organisation) : each.Who.Id == person)
            .Select(each => new { id = each.Who.Id, displayName = each.Name, email = each.Email }),
    });

    private async Task<IResult> TakeAsync(Guid id, HttpRequest request)
    {
        using var body = new StreamReader(request.Body);
        Heard[id] = new(request.Path, request.Headers["Idempotency-Key"], request.Headers.IfMatch, request.Headers.Authorization, request.Headers.AcceptLanguage, await body.ReadToEndAsync());
        return answers.GetValueOrDefault(id)?.Invoke() ?? Results.StatusCode(503);
    }
}
