using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Messaging.Example;
using PilotRegistry.Messaging.Sidecar;
using PilotRegistry.Testing;

namespace PilotRegistry.Messaging;

/// <summary>An operator finds what a subscriber refused too often, and has it offered again.</summary>
public sealed class DeadLetterTests : IAsyncLifetime
{
    private TestIssuer issuer = null!;
    private SubscriberStub subscriber = null!;
    private Node node = null!;

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        subscriber = await SubscriberStub.StartAsync();
        node = await Node.StartAsync(
            "registration", ("Node:Loops", "off"), ("Messaging:MostAttempts", "1"), ("Messaging:Subscribers:disclosure", subscriber.Address),
            ("Auth:Issuer", issuer.Address), ("Auth:Discovery", issuer.Address));
        node.Clock.Pass(DateTimeOffset.UtcNow - node.Clock.GetUtcNow());
    }

    public async Task DisposeAsync()
    {
        await node.DisposeAsync();
        await subscriber.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_dead_letter_is_listed_with_its_cause_and_delivered_after_a_retry()
    {
        var happened = Samples.Event(Guid.CreateVersion7(), 1);
        subscriber.Answer = (409, "event-conflict");
        await node.Services.GetRequiredService<Queue>().AddAsync("pubsub", "registration", happened.Id.ToString(), happened.ToJson(), ["disclosure"], default);
        await RoundAsync();

        using var operators = As(Persona.Operator);
        using var list = await operators.GetAsync("/dead-letters");
        var letter = (await list.BodyAsync()).GetProperty("items")[0];
        Assert.Equal(["id", "subscriber", "topic", "eventId", "published", "attempts", "error"], letter.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("disclosure", happened.Id.ToString(), "409 event-conflict"), (Text("subscriber"), Text("eventId"), Text("error")));

        subscriber.Answer = (200, "");
        node.Clock.Pass(TimeSpan.FromHours(1));
        await RoundAsync();
        Assert.Single(subscriber.Taken);
        using var retried = await operators.PostAsync($"/dead-letters/{letter.GetProperty("id").GetInt64()}/retry", null);
        Assert.Equal(HttpStatusCode.Accepted, retried.StatusCode);
        await RoundAsync();
        Assert.Equal(2, subscriber.Taken.Count);
        Assert.Equal("""{"items":[],"next":null}""", await operators.GetStringAsync("/dead-letters"));
        using var again = await operators.PostAsync($"/dead-letters/{letter.GetProperty("id").GetInt64()}/retry", null);
        Assert.Equal("404 not-found", await again.VerdictAsync());

        string? Text(string name) => letter.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Only_the_operator_looks_and_retries()
    {
        foreach (var other in Persona.All.Where(p => p != Persona.Operator))
        {
            using var http = As(other);
            using var list = await http.GetAsync("/dead-letters");
            using var retry = await http.PostAsync("/dead-letters/1/retry", null);
            Assert.Equal(("403 not-allowed", "403 not-allowed"), (await list.VerdictAsync(), await retry.VerdictAsync()));
        }

        using var stranger = node.Http;
        using var unknown = await stranger.GetAsync("/dead-letters");
        Assert.Equal("401 sign-in-required", await unknown.VerdictAsync());
    }

    private HttpClient As(Persona persona)
    {
        var http = node.Http;
        http.DefaultRequestHeaders.Authorization = issuer.Bearer(persona);
        return http;
    }

    private Task<int> RoundAsync() => ActivatorUtilities.CreateInstance<Deliverer>(node.Services).DeliverAsync(default);
}
