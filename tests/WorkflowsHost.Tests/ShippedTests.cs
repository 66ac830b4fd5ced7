using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>The drawings that travel with the program are published by its migration, each text once.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class ShippedTests(WorkflowsService service)
{
    [Fact]
    public async Task Every_shipped_drawing_is_published_and_a_second_run_changes_nothing()
    {
        using var again = new StringWriter();
        await service.Of<Shipped>().PublishAsync(TextWriter.Null);
        await service.Of<Shipped>().PublishAsync(again);
        Assert.Empty(again.ToString());
        var valid = await service.Of<Releases>().ValidAsync(province: null, Now, default);
        Assert.All(service.Of<Shipped>().Drawings.Where(drawing => drawing.Province is null), drawing => Assert.Contains(BpmnReader.Read(drawing.Xml).File!.Hash, valid.Values));
    }

    [Fact]
    public async Task A_province_runs_on_its_own_file_and_the_others_on_the_base()
    {
        await service.Of<Shipped>().PublishAsync(TextWriter.Null);
        var releases = service.Of<Releases>();
        var (shandong, jiangsu) = (await releases.ValidAsync("370000", Now, default), await releases.ValidAsync("320000", Now, default));
        Assert.NotEqual(shandong["provincial-review"], jiangsu["provincial-review"]);
        Assert.Equal(shandong["application"], jiangsu["application"]);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
