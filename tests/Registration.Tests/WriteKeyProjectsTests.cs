using PilotRegistry.Contracts;
using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class WriteKeyProjectsTests(RegistrationService service)
{
    private static readonly KeyProject[] Table = [Fixtures.Wind, Fixtures.Storage];

    [Fact]
    public void A_park_writes_its_table_whole() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started)
        .When(state => WriteKeyProjects.Decide(state, Table, Fixtures.Body))
        .Then(new KeyProjectsWritten(Table));

    [Fact]
    public void The_same_table_is_not_written_twice() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Projects)
        .When(state => WriteKeyProjects.Decide(state, Table, Fixtures.Body))
        .ThenNothing();

    [Fact]
    public void What_was_returned_can_be_written_anew() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Projects, Fixtures.Submitted, Fixtures.Returned)
        .When(state => WriteKeyProjects.Decide(state, [Fixtures.Wind], Fixtures.Body))
        .Then(new KeyProjectsWritten([Fixtures.Wind]));

    [Fact]
    public void Nothing_is_written_while_reviewers_read() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted)
        .When(state => WriteKeyProjects.Decide(state, Table, Fixtures.Body))
        .ThenRefused("application-not-open");

    [Fact]
    public void Nobody_writes_for_anothers_park() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started)
        .When(state => WriteKeyProjects.Decide(state, Table, Fixtures.OtherBody))
        .ThenRefused("not-your-park");

    [Fact]
    public void What_is_submitted_carries_the_table_as_it_stood() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Projects).Given(Fixtures.Chapters)
        .When(state => SubmitApplication.Decide(state, Fixtures.Body))
        .Then(Fixtures.Submitted with { KeyProjects = Table });

    [Fact]
    public async Task It_keeps_what_every_command_promises()
    {
        var filed = await service.StartedAsync();
        await service.AssertAsync(
            Command.Put("/applications/{id}/key-projects", new { projects = new[] { KeyProjectFiling.Line() } }, Persona.OfPark), ["park"], filed.Id, filed.Version);
    }

    [Fact]
    public async Task It_is_kept_by_number_and_read_by_its_park()
    {
        var filed = await service.StartedAsync();
        Assert.Equal("200", await WriteAsync(filed, KeyProjectFiling.Line(7, "余热回收"), KeyProjectFiling.Line(2)));
        var read = await service.As(Persona.OfPark).ReadAsync(filed.Path);
        Assert.Equal(
            ["2 绿电直连 18000.5", "7 余热回收 18000.5"], read.GetProperty("keyProjects").EnumerateArray().Select(p => p.Line("number", "name", "investmentWanYuan")));
    }

    [Theory]
    [InlineData("number", 0, "/projects/1/number out-of-range")]
    [InlineData("number", 1, "/projects/1/number number-twice")]
    [InlineData("name", "绿电直连 ", "/projects/1/name name-twice")]
    [InlineData("name", "", "/projects/1/name required")]
    [InlineData("body", "  ", "/projects/1/body required")]
    [InlineData("investmentWanYuan", "-0.01", "/projects/1/investmentWanYuan out-of-range")]
    [InlineData("investmentWanYuan", "1.00001", "/projects/1/investmentWanYuan too-exact")]
    [InlineData("fromYear", 2014, "/projects/1/fromYear out-of-range")]
    [InlineData("toYear", 2024, "/projects/1/toYear end-before-start")]
    public async Task What_is_wrong_is_told_at_its_row_and_field(string member, object value, string error)
    {
        var filed = await service.StartedAsync();
        var wrong = KeyProjectFiling.Line(2, "共享储能");
        wrong[member] = value;
        using var refused = await PutAsync(filed, KeyProjectFiling.Line(), wrong);
        Assert.Equal([error], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task A_table_has_at_most_a_hundred_lines()
    {
        var filed = await service.StartedAsync();
        using var longest = await PutAsync(filed, [.. Enumerable.Range(1, 100).Select(n => KeyProjectFiling.Line(n, $"第 {n} 项"))]);
        Assert.Equal("200", await longest.VerdictAsync());
        using var longer = await PutAsync(filed.Later(), [.. Enumerable.Range(1, 101).Select(n => KeyProjectFiling.Line(n, $"第 {n} 项"))]);
        Assert.Equal("422 invalid", await longer.VerdictAsync());
    }

    private async Task<string> WriteAsync(Filed filed, params Dictionary<string, object?>[] lines)
    {
        using var answer = await PutAsync(filed, lines);
        return await answer.VerdictAsync();
    }

    private Task<HttpResponseMessage> PutAsync(Filed filed, params Dictionary<string, object?>[] lines) =>
        service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"{filed.Path}/key-projects", new { projects = lines }, filed.Version);
}
