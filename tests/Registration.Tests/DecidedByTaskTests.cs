using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>No decision on an application without an open task of the right kind; the host of the processes says whether there is one.</summary>
[Collection(nameof(RegistrationService))]
public sealed class DecidedByTaskTests(RegistrationService service)
{
    private static readonly object Because = new { reasons = "理由充分。" };

    [Theory]
    [InlineData("return", "application-completeness")]
    [InlineData("return", "provincial-summary")]
    [InlineData("refusal", "application-completeness")]
    [InlineData("refusal", "provincial-summary")]
    [InlineData("refusal", "provincial-recommendation")]
    public async Task The_province_decides_what_its_open_task_is_for(string command, string kind)
    {
        var filed = await service.SubmittedAsync();
        service.Permits.OnlyOpen(filed.Id);
        Assert.Equal("409 no-open-task", await service.GiveAsync(Persona.OfProvince, filed, command, Because));
        service.Permits.OnlyOpen(filed.Id, kind);
        Assert.Equal("200", await service.GiveAsync(Persona.OfProvince, filed, command, Because));
    }

    [Fact]
    public async Task What_the_process_allows_no_more_is_not_done_directly_either()
    {
        var filed = await service.SubmittedAsync();
        service.Permits.UseUp(filed.Id, "return");
        Assert.Equal("409 rounds-used-up", await service.GiveAsync(Persona.OfProvince, filed, "return", Because));
        Assert.Equal(filed.Version, await service.EventCountAsync(filed.Id));
        Assert.Equal("200", await service.GiveAsync(Persona.OfProvince, filed, "refusal", Because));
    }

    [Theory]
    [InlineData("return")]
    [InlineData("refusal")]
    [InlineData("recommendation")]
    public async Task A_task_of_another_kind_is_none(string command)
    {
        var filed = await service.SubmittedAsync();
        service.Permits.OnlyOpen(filed.Id, "expert-score");
        object body = command == "recommendation" ? new { batch = Fixtures.Batch, reasons = "同意。" } : Because;
        Assert.Equal("409 no-open-task", await service.GiveAsync(Persona.OfProvince, filed, command, body));
        Assert.Equal(filed.Version, await service.EventCountAsync(filed.Id));
    }

    [Fact]
    public async Task The_nation_refuses_with_its_own_task()
    {
        var filed = await service.RecommendedAsync();
        service.Permits.OnlyOpen(filed.Id);
        Assert.Equal("409 no-open-task", await service.GiveAsync(Persona.National, filed, "refusal", Because));
        service.Permits.OnlyOpen(filed.Id, "national-decision");
        Assert.Equal("200", await service.GiveAsync(Persona.National, filed, "refusal", Because));
    }

    [Fact]
    public async Task A_list_needs_an_open_task_for_each_application_on_it()
    {
        var (one, two) = (await service.RecommendedAsync(), await service.RecommendedAsync());
        service.Permits.OnlyOpen(one.Id, "list-publication");
        service.Permits.OnlyOpen(two.Id);
        Assert.Equal("409 no-open-task", await ListAsync(one.Id, two.Id));
        service.Permits.OnlyOpen(two.Id, "list-publication");
        Assert.Equal("201", await ListAsync(one.Id, two.Id));
    }

    private async Task<string> ListAsync(params Guid[] applications)
    {
        using var answer = await service.As(Persona.National).SendAsync(HttpMethod.Post, "/lists", new
        {
            batch = Fixtures.Batch,
            document = "演示文号〔2026〕1号",
            publishedOn = "2026-06-30",
            source = "演示数据。",
            reasons = "评审通过。",
            applications = applications.Select(id => new { applicationId = id }),
        });
        return await answer.VerdictAsync();
    }
}
