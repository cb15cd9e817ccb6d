using Katas.Harness.Executors;
using Katas.Harness.Executors.Contract;

namespace Katas.Harness.Pools.Processes;

[TestFixture(1)]
[TestFixture(3)]
public class PoolContractTests(int workers) : ExecutorContract
{
    protected override TimeSpan WaitLimit => TimeSpan.FromSeconds(60);

    protected override IExecutor Create() => new ProcessPoolExecutor(workers);
}
