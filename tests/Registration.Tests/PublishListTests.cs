using System.Net.Http.Json;
using PilotRegistry.EventStore;
using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class PublishListTests(RegistrationService service)
{
    private static readonly Guid Application = Persona.Named(111);

    private static readonly PublishList.Request Request = new(
        Fixtures.Batch, "演示文号〔2026〕1号", new(2026, 6, 30), "演示数据。", "评审通过。", [new(Application, 7)]);

    [Fact]
    public void A_recommended_park_is_listed() => Spec.For(ListState.Stream)
        .Given()
        .When(_ => PublishList.Decide(Request, [Candidate(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended)]))
        .Then(new NationalListPublished(
            Fixtures.Batch, Request.Document, Request.PublishedOn, Request.Source, Request.Reasons, [new(Fixtures.Park, 7, "演示零碳园区")]));

    [Fact]
    public void A_park_that_was_not_recommended_keeps_the_whole_list_back() => Spec.For(ListState.Stream)
        .Given()
        .When(_ => PublishList.Decide(Request, [
            Candidate(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended), Candidate(Fixtures.Started, Fixtures.Submitted)]))
        .ThenRefused("application-not-recommended");

    [Fact]
    public void A_recommendation_counts_in_its_own_batch_only() => Spec.For(ListState.Stream)
        .Given()
        .When(_ => PublishList.Decide(Request with { Batch = "2027-1" }, [Candidate(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended)]))
        .ThenRefused("application-not-recommended");

    [Fact]
    public void An_application_that_does_not_exist_is_named_as_such() => Spec.For(ListState.Stream)
        .Given()
        .When(_ => PublishList.Decide(Request, [Candidate()]))
        .ThenRefused("application-unknown");

    [Fact]
    public void A_list_that_is_out_is_not_published_again() => Spec.For(ListState.Stream)
        .Given()
        .When(_ => PublishList.Decide(Request, [Candidate(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended, Fixtures.Listed)]))
        .ThenNothing();

    [Fact]
    public void A_listed_park_is_not_listed_a_second_time_with_a_new_one() => Spec.For(ListState.Stream)
        .Given()
        .When(_ => PublishList.Decide(Request, [
            Candidate(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended, Fixtures.Listed),
            Candidate(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended)]))
        .ThenRefused("application-not-recommended");

    [Fact]
    public async Task A_list_makes_its_parks_known_everywhere_and_is_published_once()
    {
        var (one, two) = (await service.RecommendedAsync(), await service.RecommendedAsync());
        using var published = await PostAsync(Body(one.Id, two.Id));
        Assert.Equal("201", await published.VerdictAsync());
        var list = await published.BodyAsync();
        Assert.Equal([one.ParkId, two.ParkId], list.GetProperty("parkIds").EnumerateArray().Select(p => p.GetGuid()));
        using var again = await PostAsync(Body(one.Id, two.Id));
        Assert.Equal("200", await again.VerdictAsync());
        Assert.Equal(list.GetProperty("id").GetGuid(), (await again.BodyAsync()).GetProperty("id").GetGuid());

        Assert.Equal("listed", (await service.As(Persona.OfPark).ReadAsync(one.Path)).GetProperty("status").GetString());
        Assert.Equal(Fixtures.Batch, (await service.As(Persona.OtherPark).ReadAsync($"/parks/{two.ParkId}")).GetProperty("batch").GetString());
        Assert.Equal(1, await service.EventCountAsync(list.GetProperty("id").GetGuid()));
        Assert.Equal(
            ["registration.application-submitted.v1", "registration.application-recommended.v1", "registration.park-listed.v1"],
            await service.Sidecar.AboutAsync(two.ParkId, count: 3));
    }

    [Fact]
    public async Task One_application_that_is_not_ready_leaves_nothing_written()
    {
        var (ready, not) = (await service.RecommendedAsync(), await service.SubmittedAsync());
        using var refused = await PostAsync(Body(ready.Id, not.Id));
        Assert.Equal("409 application-not-recommended", await refused.VerdictAsync());
        Assert.Equal(ready.Version, await service.EventCountAsync(ready.Id));
        Assert.Equal(0, await service.EventCountAsync(ready.ParkId));
    }

    [Fact]
    public async Task Two_who_publish_the_same_list_at_the_same_time_publish_it_once()
    {
        var (one, two) = (await service.RecommendedAsync(), await service.RecommendedAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(Body(one.Id, two.Id))));
        Assert.Equal([200, 200, 200, 200, 200, 200, 200, 201], answers.Select(a => (int)a.StatusCode).Order());
        var lists = await Task.WhenAll(answers.Select(async a => (await a.BodyAsync()).GetProperty("id").GetGuid()));
        Assert.Equal(1, await service.EventCountAsync(Assert.Single(lists.Distinct())));
        Assert.Equal(1, await service.EventCountAsync(two.ParkId));
    }

    [Fact]
    public async Task Of_two_lists_that_share_an_application_the_slower_is_refused()
    {
        var (mine, shared, yours) = (await service.RecommendedAsync(), await service.RecommendedAsync(), await service.RecommendedAsync());
        var answers = await Task.WhenAll(PostAsync(Body(mine.Id, shared.Id)), PostAsync(Body(shared.Id, yours.Id)));
        Assert.Equal(["201", "409 application-not-recommended"], (await Task.WhenAll(answers.Select(a => a.VerdictAsync()))).Order());
    }

    [Fact]
    public async Task Something_else_than_an_application_is_unknown()
    {
        var ready = await service.RecommendedAsync();
        using var published = await PostAsync(Body(ready.Id));
        using var refused = await PostAsync(Body(ready.ParkId));
        Assert.Equal("409 application-unknown", await refused.VerdictAsync());
        using var unheard = await PostAsync(Body(Persona.Named(999)));
        Assert.Equal("409 application-unknown", await unheard.VerdictAsync());
    }

    [Fact]
    public async Task Each_wrong_field_is_named()
    {
        var id = Persona.Named(112);
        Assert.Equal(["/applications listed-twice"], await ErrorsAsync(Body(id, id)));
        Assert.Equal(["/applications listed-twice"], await ErrorsAsync(Body(Lines(new { applicationId = id, listNumber = 1 }, new { applicationId = Persona.Named(113), listNumber = 1 }))));
        Assert.Equal(["/applications too-short"], await ErrorsAsync(Body()));
        Assert.Equal(["/applications wrong-type"], await ErrorsAsync(Body(Lines([null]))));
        Assert.Equal(["/applications/0/listNumber out-of-range"], await ErrorsAsync(Body(Lines(new { applicationId = id, listNumber = 0 }))));
        Assert.Equal(["/applications/0/applicationId wrong-type"], await ErrorsAsync(Body(Lines(new { applicationId = "first" }))));
        Assert.Equal(["/applications/0/applicationId required"], await ErrorsAsync(Body(Lines(new { listNumber = 1 }))));
        Assert.Equal(["/publishedOn wrong-type"], await ErrorsAsync(Body(Lines(new { applicationId = id }), publishedOn: "yesterday")));
        Assert.Equal(["/publishedOn out-of-range"], await ErrorsAsync(Body(Lines(new { applicationId = id }), publishedOn: "1925-12-26")));
        Assert.Equal(["/applications too-long"], await ErrorsAsync(Body([.. Enumerable.Range(1, 201).Select(Persona.Named)])));
    }

    [Fact]
    public async Task Only_the_nation_publishes()
    {
        foreach (var persona in Persona.All.Where(p => p != Persona.National))
        {
            using var refused = await service.As(persona).PostAsJsonAsync("/lists", Body(Persona.Named(114)));
            Assert.Equal("403 not-allowed", await refused.VerdictAsync());
        }
    }

    private static PublishList.Candidate Candidate(params IReadOnlyList<DomainEvent> happened) =>
        new(new(Application, 7), [], ApplicationState.Stream.Fold(happened));

    private static object[] Lines(params object?[] lines) => lines!;

    private static object Body(params IReadOnlyList<Guid> applications) => Body(Lines([.. applications.Select(a => new { applicationId = a })]));

    private static object Body(object[] applications, string publishedOn = "2026-06-30") => new
    {
        batch = Fixtures.Batch,
        document = "演示文号〔2026〕1号",
        publishedOn,
        source = "演示数据。",
        reasons = "评审通过。",
        applications,
    };

    private async Task<HttpResponseMessage> PostAsync(object body) => await service.As(Persona.National).PostAsJsonAsync("/lists", body);

    private async Task<IReadOnlyList<string>> ErrorsAsync(object body)
    {
        using var refused = await PostAsync(body);
        return await refused.FieldErrorsAsync();
    }
}
